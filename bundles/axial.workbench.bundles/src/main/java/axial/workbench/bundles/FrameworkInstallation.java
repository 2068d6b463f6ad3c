package axial.workbench.bundles;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Extensions;
import axial.run.Extensions.Status;
import axial.view.Subscription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bundles of the framework that this bundle runs in. Thread-safe; one change at a time. */
@Component(service = Installation.class)
public final class FrameworkInstallation implements Installation {

  private final BundleContext context;
  private final Extensions extensions;
  private final BundleReader reader;
  private final PluginFiles files;

  /** The bundles of a framework. */
  @Activate
  public FrameworkInstallation(BundleContext context, @Reference Extensions extensions) {
    this.context = context;
    this.extensions = extensions;
    String workspace = context.getProperty("axial.workspace");
    this.files = new PluginFiles(Path.of(workspace == null ? "workspace" : workspace));
    this.reader = new BundleReader(context, files);
  }

  @Override
  public List<BundleInfo> list() {
    List<Status> statuses = extensions.statuses();
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
        .map(bundle -> reader.read(bundle, statuses))
        .sorted(Comparator.comparing(BundleInfo::symbolicName).thenComparing(BundleInfo::version))
        .toList();
  }

  @Override
  public synchronized void start(long id) {
    Bundle bundle = changeable(id);
    try {
      bundle.start();
    } catch (BundleException broken) {
      throw refused(bundle, "started", broken);
    }
  }

  @Override
  public synchronized void stop(long id) {
    Bundle bundle = changeable(id);
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
    } catch (BundleException broken) {
      throw refused(bundle, "stopped", broken);
    }
  }

  @Override
  public synchronized String update(long id, Path jar, boolean refresh) {
    Bundle bundle = changeable(id);
    JarFacts facts = JarFacts.of(jar);
    if (!facts.symbolicName().equals(bundle.getSymbolicName())) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%s is the bundle %s and no version of %s."
              .formatted(jar.getFileName(), facts.symbolicName(), bundle.getSymbolicName()),
          "Choose another jar, or install this one beside it.");
    }
    Optional<Path> own = reader.file(bundle).filter(files::owns);
    String former = bundle.getVersion().toString();
    try (PluginFiles.Copy copy = files.copy(jar)) {
      copy.read(bundle::update);
      own.ifPresent(copy::replace);
    } catch (BundleException broken) {
      throw refused(bundle, "updated", broken);
    }
    settle(bundle, refresh);
    return "%s %s replaces %s%s."
        .formatted(
            bundle.getSymbolicName(),
            bundle.getVersion(),
            former,
            own.isPresent() ? "" : " until Axial is started anew, as it is part of Axial");
  }

  @Override
  public synchronized String remove(long id, boolean refresh) {
    Bundle bundle = changeable(id);
    String name = bundle.getSymbolicName() + " " + bundle.getVersion();
    Optional<Path> own = reader.file(bundle).filter(files::owns);
    try {
      bundle.uninstall();
    } catch (BundleException broken) {
      throw refused(bundle, "removed", broken);
    }
    own.ifPresent(files::delete);
    settle(bundle, refresh);
    return own.isPresent()
        ? name + " is removed."
        : name + " is removed until Axial is started anew, as it is part of Axial.";
  }

  @Override
  public synchronized String install(Path jar) {
    JarFacts facts = JarFacts.of(jar);
    Optional<Bundle> same =
        Arrays.stream(context.getBundles())
            .filter(bundle -> facts.symbolicName().equals(bundle.getSymbolicName()))
            .findFirst();
    if (same.isPresent()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%s %s is installed already."
              .formatted(same.get().getSymbolicName(), same.get().getVersion()),
          "Select it in the list and choose Update.");
    }
    try (PluginFiles.Copy copy = files.copy(jar)) {
      Path kept = copy.keep(facts.fileName());
      Bundle bundle = copy.install(in -> context.installBundle(kept.toUri().toString(), in), kept);
      if (!isFragment(bundle)) {
        startOrTell(bundle);
      }
      startThoseThatWaited();
      return bundle.getSymbolicName() + " " + bundle.getVersion() + " is installed and works.";
    } catch (BundleException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.EXTENSION,
              "%s could not be installed: %s."
                  .formatted(jar.getFileName(), BundleReader.firstLine(broken)),
              "Ask who made it for a jar that fits this Axial."),
          broken);
    }
  }

  private void startOrTell(Bundle bundle) {
    try {
      bundle.start();
    } catch (BundleException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.EXTENSION,
              "%s is installed but cannot be started: %s"
                  .formatted(bundle.getSymbolicName(), reader.missing(bundle)),
              "Install the bundle that brings what is missing, or remove this one."),
          broken);
    }
  }

  /** Bundles that lacked something before may be complete now; those that are not stay listed. */
  private void startThoseThatWaited() {
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getState() == Bundle.INSTALLED && !isFragment(bundle)) {
        try {
          bundle.start();
        } catch (BundleException still) {
          System.getLogger(FrameworkInstallation.class.getName())
              .log(System.Logger.Level.DEBUG, "It is still incomplete.", still);
        }
      }
    }
  }

  /** Gives the users of a bundle's former packages the new ones, where that is wanted. */
  private void settle(Bundle bundle, boolean refresh) {
    if (refresh) {
      context
          .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
          .adapt(FrameworkWiring.class)
          .refreshBundles(List.of(bundle));
    }
  }

  @Override
  public Subscription watch(Runnable listener) {
    BundleListener bundles = event -> listener.run();
    ServiceListener services = event -> listener.run();
    context.addBundleListener(bundles);
    context.addServiceListener(services);
    return () -> {
      context.removeBundleListener(bundles);
      context.removeServiceListener(services);
    };
  }

  /** The bundle of that number, unless it must stay as it is. */
  private Bundle changeable(long id) {
    Bundle bundle = context.getBundle(id);
    if (bundle == null) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION, "That bundle is no longer installed.", "Look at the list anew.");
    }
    Guarded.reason(reader.read(bundle, List.of()))
        .ifPresent(
            reason -> {
              throw ProblemException.of(
                  Problem.Kind.EXTENSION,
                  bundle.getSymbolicName() + " cannot be changed from here.",
                  reason);
            });
    return bundle;
  }

  static boolean isFragment(Bundle bundle) {
    return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
  }

  private ProblemException refused(Bundle bundle, String what, BundleException broken) {
    List<String> why = new ArrayList<>();
    why.add(BundleReader.firstLine(broken));
    if (bundle.getState() == Bundle.INSTALLED) {
      why.set(0, reader.missing(bundle));
    }
    return new ProblemException(
        new Problem(
            Problem.Kind.EXTENSION,
            "%s could not be %s: %s".formatted(bundle.getSymbolicName(), what, why.get(0)),
            "Select it to see what it needs."),
        broken);
  }
}
