package axial.workbench.bundles;

import axial.extension.Installation;
import axial.extension.Installation.Installed;
import axial.extension.Installation.State;
import axial.extension.Leases;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Extensions;
import axial.run.Extensions.Status;
import axial.view.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bundles of the framework that this bundle runs in. Thread-safe. */
@Component(service = Bundles.class)
public final class FrameworkBundles implements Bundles {

  private final BundleContext context;
  private final Extensions extensions;
  private final Installation installation;
  private final Leases leases;
  private final BundleReader reader;

  /** The bundles of a framework. */
  @Activate
  public FrameworkBundles(
      BundleContext context,
      @Reference Extensions extensions,
      @Reference Installation installation,
      @Reference Leases leases) {
    this.context = context;
    this.extensions = extensions;
    this.installation = installation;
    this.leases = leases;
    String workspace = context.getProperty("axial.workspace");
    this.reader =
        new BundleReader(context, leases, Path.of(workspace == null ? "workspace" : workspace));
  }

  @Override
  public List<BundleInfo> list() {
    List<Status> statuses = extensions.statuses();
    List<Installed> locked = installation.list();
    List<BundleInfo> all = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getState() != Bundle.UNINSTALLED) {
        all.add(reader.read(bundle, statuses, locked));
        BundleReader.hash(bundle).ifPresent(there::add);
      }
    }
    locked.stream()
        .filter(one -> one.state() != State.ACTIVE && one.state() != State.RETIRING)
        .filter(one -> !there.contains(one.bundle().sha256()))
        .forEach(one -> all.add(BundleInfo.absent(one)));
    all.sort(Comparator.comparing(BundleInfo::symbolicName).thenComparing(BundleInfo::version));
    return List.copyOf(all);
  }

  @Override
  public void start(long id) {
    Bundle bundle = changeable(id);
    try {
      bundle.start();
    } catch (BundleException broken) {
      throw refused(bundle, "started", broken);
    }
  }

  @Override
  public void stop(long id) {
    Bundle bundle = changeable(id);
    if (!leases.holders(id).isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "%s is in use by the %s."
              .formatted(bundle.getSymbolicName(), String.join(", the ", leases.holders(id))),
          "Stop it when that has ended.");
    }
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
    } catch (BundleException broken) {
      throw refused(bundle, "stopped", broken);
    }
  }

  @Override
  public String unplug(long id) {
    Bundle bundle = changeable(id);
    Path jar =
        reader
            .loose(bundle)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.EXTENSION,
                        bundle.getSymbolicName() + " does not lie in the folder plugins.",
                        "Look at the list anew."));
    try {
      Files.deleteIfExists(jar);
    } catch (IOException stays) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The file " + jar + " cannot be deleted.",
              "Check the rights of its folder, or delete it by hand."),
          stays);
    }
    return jar.getFileName() + " is deleted from the folder plugins.";
  }

  @Override
  public Subscription watch(Runnable listener) {
    BundleListener bundles = event -> listener.run();
    ServiceListener services = event -> listener.run();
    context.addBundleListener(bundles);
    context.addServiceListener(services);
    Leases.Watch released = leases.onRelease(listener);
    return () -> {
      context.removeBundleListener(bundles);
      context.removeServiceListener(services);
      released.close();
    };
  }

  /** The bundle of that number, unless it must stay as it is. */
  private Bundle changeable(long id) {
    Bundle bundle = context.getBundle(id);
    if (bundle == null) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION, "That bundle is no longer installed.", "Look at the list anew.");
    }
    Guarded.reason(reader.read(bundle, List.of(), List.of()))
        .ifPresent(
            reason -> {
              throw ProblemException.of(
                  Problem.Kind.EXTENSION,
                  bundle.getSymbolicName() + " cannot be changed from here.",
                  reason);
            });
    return bundle;
  }

  private ProblemException refused(Bundle bundle, String what, BundleException broken) {
    String why =
        bundle.getState() == Bundle.INSTALLED
            ? reader.missing(bundle)
            : String.valueOf(broken.getMessage()).lines().findFirst().orElse("no reason is given");
    return new ProblemException(
        new Problem(
            Problem.Kind.EXTENSION,
            "%s could not be %s: %s".formatted(bundle.getSymbolicName(), what, why),
            "Select it to see what it needs."),
        broken);
  }
}
