package axial.run.isolated;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Runs;
import axial.run.extensions.Names;
import axial.run.store.Lines;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The command of a process of its own: does what its standard input orders and says on its standard
 * output how it goes. The launcher has led {@code System.out} away from there, so that an extension
 * that prints does no harm.
 */
@Component(service = ToIntFunction.class, property = "axial.command=isolated")
public final class ChildCommand implements ToIntFunction<String[]> {

  private static final long SECONDS_TO_STOP = 20;

  private final Runs runs;
  private final Path folder;

  /** A command over this service; the framework property {@code axial.workspace} says where. */
  @Activate
  public ChildCommand(BundleContext framework, @Reference Runs runs) {
    this.runs = runs;
    this.folder =
        ChildWorkspace.of(
            Path.of(
                Optional.ofNullable(framework.getProperty("axial.workspace")).orElse("workspace")));
  }

  @Override
  public int applyAsInt(String[] none) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.setIn(InputStream.nullInputStream()); // orders are not for extensions
    Speaker speaker = new Speaker(out);
    Thread worker = new Thread(() -> speaker.say(work(in, speaker)), "axial-isolated");
    worker.start();
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException stop) {
        interrupted = true;
        speaker.cancel();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private ChildLine.Over work(BufferedReader in, Speaker speaker) {
    // The folder is held, so that nobody sweeps it before this process has ended.
    try (FileChannel held = HeldFolder.join(folder)) {
      Order order = new Lines().read(Optional.ofNullable(in.readLine()).orElse(""), Order.class);
      Thread orders = new Thread(() -> listen(in, speaker), "axial-orders");
      orders.setDaemon(true);
      orders.start();
      new ChildWork(runs, speaker).carryOut(order);
      return ChildLine.Over.well();
    } catch (CancelledException stopped) {
      return ChildLine.Over.halted();
    } catch (ProblemException failed) {
      return ChildLine.Over.failed(failed.problem());
    } catch (IOException | RuntimeException | Error broken) {
      return ChildLine.Over.failed(
          new Problem(Problem.Kind.INTERNAL, "The work failed: " + Names.of(broken) + ".", ""));
    }
  }

  /** Without anybody who hears of it the work is stopped, and ended when it does not stop. */
  private static void listen(BufferedReader in, Speaker speaker) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(Order.STOP)) {
          speaker.cancel();
        } else if (line.equals(Order.FINISH)) {
          speaker.finish();
        }
      }
      speaker.cancel();
      Thread.sleep(SECONDS_TO_STOP * 1000);
    } catch (IOException | InterruptedException gone) {
      speaker.cancel();
    }
    Runtime.getRuntime().halt(1);
  }
}
