package axial.cli;

import axial.data.HoldOuts;
import axial.data.ImageStore;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Engine;
import axial.run.Extensions;
import axial.run.Previews;
import axial.run.Runs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * What every command works with.
 *
 * @param cancelled whether the user has pressed Ctrl-C
 */
record Session(
    Runs runs,
    Previews previews,
    Extensions extensions,
    ImageStore images,
    HoldOuts holdOuts,
    BundleContext framework,
    Terminal terminal,
    BooleanSupplier cancelled) {

  /** The key in an engine's platform under which it says what every user should read. */
  static final String NOTE = "note";

  /** A fresh watch over one job. */
  Watch watch() {
    return new Watch(terminal, cancelled, System::nanoTime, this::engineNote);
  }

  /** Where the results of this lab are kept. */
  Path workspace() {
    String workspace = framework.getProperty("axial.workspace");
    return Path.of(workspace == null ? "workspace" : workspace);
  }

  /**
   * A service that a bundle brings.
   *
   * @throws ProblemException of kind EXTENSION when none does
   */
  <T> T service(Class<T> type) {
    return Optional.<ServiceReference<T>>ofNullable(framework.getServiceReference(type))
        .map(framework::getService)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.EXTENSION,
                    "No bundle brings the service " + type.getSimpleName() + ".",
                    "See ./axial bundles for what is missing."));
  }

  private Optional<String> engineNote(String id) {
    return extensions.all(Engine.class).stream()
        .filter(engine -> engine.id().equals(id))
        .findFirst()
        .map(engine -> engine.platform().get(NOTE));
  }
}
