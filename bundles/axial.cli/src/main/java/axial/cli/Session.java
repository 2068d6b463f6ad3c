package axial.cli;

import axial.model.Engine;
import axial.run.Extensions;
import axial.run.Previews;
import axial.run.Runs;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;

/**
 * What every command works with.
 *
 * @param cancelled whether the user has pressed Ctrl-C
 */
record Session(
    Runs runs,
    Previews previews,
    Extensions extensions,
    BundleContext framework,
    Terminal terminal,
    BooleanSupplier cancelled) {

  /** The key in an engine's platform under which it says what every user should read. */
  static final String NOTE = "note";

  /** A fresh watch over one job. */
  Watch watch() {
    return new Watch(terminal, cancelled, System::nanoTime, this::engineNote);
  }

  private Optional<String> engineNote(String id) {
    return extensions.all(Engine.class).stream()
        .filter(engine -> engine.id().equals(id))
        .findFirst()
        .map(engine -> engine.platform().get(NOTE));
  }
}
