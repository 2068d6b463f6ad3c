package axial.extensions.kit;

import axial.extension.ContractKit.Check;
import axial.extension.ContractKit.Outcome;
import axial.extensions.set.Lacking;
import axial.launcher.dl4j.Dl4jUse;
import axial.model.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** All checks of one bundle, in the framework that this runs in. */
final class Kit {

  private static final String FITS = "fits this Axial";
  private static final String STARTS = "starts";
  private static final String SWING = "leaves Swing to its thread";
  private static final String DISPLAY = "works without a display";
  private static final String AFTER_USE = "leaves no class loader after its use";
  private static final String NOTHING_LEFT = "The bundle does not work.";
  private static final String ASK = "See the cause, and build against the API of this Axial.";
  private static final Duration SHORT = Duration.ofSeconds(20);
  private static final Duration TRAINING = Duration.ofMinutes(5);
  private static final String VIEWS = "axial.view";

  private final BundleContext context;
  private final Subject subject;
  private final ServicesCheck services;
  private final PredictionCheck predictions;
  private final UseCheck use;
  private final ViewsCheck views;
  private final Loaders loaders = new Loaders();
  private final Consumer<Check> told;

  Kit(BundleContext context, Subject subject, SmallRun small, Engine engine, Consumer<Check> told) {
    this.context = context;
    this.subject = subject;
    this.services = new ServicesCheck(subject);
    this.predictions = new PredictionCheck(subject, small);
    this.use = new UseCheck(subject, small, engine);
    this.views = new ViewsCheck(subject, small.folder());
    this.told = told;
  }

  private boolean tell(Check check) {
    told.accept(check);
    return check.outcome() != Outcome.FAILED;
  }

  /** Makes all checks; after one that leaves nothing to check the others are skipped. */
  void run() throws BundleException {
    Bundle bundle = subject.install();
    SwingWatch swing = SwingWatch.over(Objects.requireNonNullElse(bundle.getSymbolicName(), ""));
    boolean works = false;
    List<String> offered = List.of();
    String imports = header(bundle, Constants.IMPORT_PACKAGE);
    try {
      works =
          tell(Checks.within(SHORT, FITS, ASK, () -> fits(bundle)))
              && tell(Checks.within(SHORT, STARTS, ASK, () -> starts(bundle)));
      if (works) {
        offered = subject.offered(bundle);
        tell(
            Checks.within(
                SHORT,
                ServicesCheck.SERVICES,
                "Return constants from id(), description() and settings().",
                () -> services.services(bundle)));
        works =
            tell(
                Checks.within(
                    SHORT,
                    ServicesCheck.NETWORKS,
                    "Mend network(): its layers must fit together at that input.",
                    () -> services.networks(bundle)));
      }
    } finally {
      bundle.uninstall();
    }
    if (!works) {
      Stream.of(Repeated.INSTALLED, PredictionCheck.NAME)
          .map(name -> Checks.skipped(name, NOTHING_LEFT))
          .forEach(told);
      return;
    }
    new Repeated(subject).run(told);
    tell(Checks.within(TRAINING, PredictionCheck.NAME, ASK, () -> once(predictions::run)));
    if (UseCheck.applies(offered)) {
      tell(Checks.within(TRAINING, UseCheck.NAME, ASK, () -> once(use::run)));
    }
    if (offered.stream().anyMatch(types -> types.contains(VIEWS))) {
      tell(Checks.within(SHORT, ViewsCheck.NAME, ASK, () -> once(views::run)));
    }
    tell(afterUse());
    tell(
        swing
            .seen()
            .map(
                place ->
                    Checks.failed(
                        SWING,
                        "%s touches a component of Swing off the event dispatch thread."
                            .formatted(place),
                        "Make components in View.open, and change them on that thread only."))
            .orElseGet(() -> Checks.ok(SWING, "It does.")));
    tell(display(imports, offered));
  }

  /** The command line has no bundle of views, so other services may not need one. */
  private static Check display(String imports, List<String> offered) {
    boolean view = offered.stream().anyMatch(types -> types.contains(VIEWS));
    boolean others = offered.stream().anyMatch(types -> !types.contains(VIEWS));
    if (imports.contains(VIEWS) && others) {
      return Checks.failed(
          DISPLAY,
          "Its other services are missing on the command line, as it imports axial.view.",
          "Put the views into a bundle of their own.");
    }
    return Checks.ok(
        DISPLAY, view ? "It starts without one." : "All of the above was without one.");
  }

  private static String header(Bundle bundle, String name) {
    return Objects.requireNonNullElse(bundle.getHeaders("").get(name), "");
  }

  private Check fits(Bundle bundle) throws BundleException {
    Optional<String> use = Dl4jUse.of(bundle);
    if (use.isPresent()) {
      return Checks.failed(
          FITS,
          "It brings classes for DL4J (%s), which would be used on after an update."
              .formatted(use.get()),
          "Describe the network with the layers of axial.model.");
    }
    FrameworkWiring framework = context.getBundle(0).adapt(FrameworkWiring.class);
    if (!framework.resolveBundles(Set.of(bundle))) {
      return Checks.failed(
          FITS,
          "It does not resolve: %s.".formatted(Lacking.of(framework, bundle, c -> false)),
          "Build it against the API of this Axial; what else it needs belongs into its catalog.");
    }
    return Checks.ok(FITS, "%s %s".formatted(bundle.getSymbolicName(), bundle.getVersion()));
  }

  private Check starts(Bundle bundle) throws BundleException {
    subject.start(bundle);
    return Checks.ok(STARTS, "Offers " + String.join("; ", List.copyOf(subject.offered(bundle))));
  }

  /** What a check does with the bundle. */
  private interface Use {
    Check of(Bundle bundle) throws Exception;
  }

  private Check once(Use check) throws Exception {
    Bundle bundle = subject.install();
    try {
      subject.start(bundle);
      loaders.add(bundle);
      return check.of(bundle);
    } finally {
      bundle.uninstall();
    }
  }

  private Check afterUse() {
    return loaders.held() == 0
        ? Checks.ok(AFTER_USE, "There is none.")
        : Checks.failed(
            AFTER_USE,
            "Its classes are still held after it has worked and was removed.",
            "Keep nothing in static fields, thread locals or listeners of others.");
  }
}
