package axial.it.window;

import axial.it.Axial;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.swing.JFrame;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** The product with its window open, on a workspace of its own. */
final class OpenWindow implements AutoCloseable {

  private final Axial axial;
  private final Thread command;

  private OpenWindow(Axial axial, Thread command) {
    this.axial = axial;
    this.command = command;
  }

  /** Opens it; the arguments are those of the command. */
  @SuppressWarnings("unchecked") // the filter says what it is
  static OpenWindow open(Path temp, String... arguments) throws Exception {
    Axial axial =
        Axial.start(
            temp,
            Axial.home().resolve("run-configs/target/export/workbench"),
            Map.of(
                "axial.config",
                temp.resolve("config").toString(),
                "axial.launcher",
                Axial.home().resolve("run-configs/target/export/launcher") + "/*"));
    ServiceReference<?>[] found =
        axial
            .context()
            .getServiceReferences(ToIntFunction.class.getName(), "(axial.command=window)");
    ToIntFunction<String[]> window = (ToIntFunction<String[]>) axial.context().getService(found[0]);
    Thread command = new Thread(() -> window.applyAsInt(arguments), "axial-window");
    command.start();
    OpenWindow open = new OpenWindow(axial, command);
    Ui.await("the window is open", () -> frames() == 1);
    return open;
  }

  private static long frames() {
    return Arrays.stream(Window.getWindows())
        .filter(w -> w instanceof JFrame && "axial".equals(w.getName()) && w.isShowing())
        .count();
  }

  Axial axial() {
    return axial;
  }

  /** The installed bundle of that symbolic name. */
  Bundle bundle(String name) {
    return Arrays.stream(axial.context().getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws Exception {
    command.interrupt();
    command.join(20_000);
    axial.close();
    if (command.isAlive()) {
      throw new AssertionError("The window did not close within 20 seconds.");
    }
  }
}
