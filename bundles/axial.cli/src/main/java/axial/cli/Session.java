package axial.cli;

import axial.run.Extensions;
import axial.run.Runs;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;

/**
 * What every command works with.
 *
 * @param cancelled whether the user has pressed Ctrl-C
 */
record Session(
    Runs runs,
    Extensions extensions,
    BundleContext framework,
    Terminal terminal,
    BooleanSupplier cancelled) {

  /** A fresh watch over one job. */
  Watch watch() {
    return new Watch(terminal, cancelled, System::nanoTime);
  }
}
