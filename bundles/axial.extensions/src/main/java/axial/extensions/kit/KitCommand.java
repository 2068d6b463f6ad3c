package axial.extensions.kit;

import axial.model.Engine;
import axial.run.Runs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** What the process that checks a bundle runs: one check a line on the standard output. */
@Component(service = ToIntFunction.class, property = "axial.command=check")
public final class KitCommand implements ToIntFunction<String[]> {

  private static final int BROKEN = 1;

  private final BundleContext context;
  private final ServiceComponentRuntime components;
  private final Runs runs;
  private final Engine engine;

  /** A check in this framework. */
  @Activate
  public KitCommand(
      BundleContext context,
      @Reference ServiceComponentRuntime components,
      @Reference Runs runs,
      @Reference Engine engine) {
    this.context = context;
    this.components = components;
    this.runs = runs;
    this.engine = engine;
  }

  /**
   * Checks a bundle.
   *
   * @param arguments the jar, and a folder for runs
   */
  @Override
  public int applyAsInt(String[] arguments) {
    PrintStream out = System.out;
    System.setOut(System.err); // the bundle may write what it likes there
    try {
      byte[] jar = Files.readAllBytes(Path.of(arguments[0]));
      new Kit(
              context,
              new Subject(context, components, jar),
              new SmallRun(runs, Path.of(arguments[1])),
              engine,
              check -> out.println(CheckLine.of(check)))
          .run();
      out.println(CheckLine.END);
      return 0;
    } catch (IOException | BundleException broken) {
      System.err.println("axial: " + broken.getMessage());
      return BROKEN;
    }
  }
}
