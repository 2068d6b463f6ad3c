package axial.cli;

import axial.extension.BundleName;
import axial.extension.Leases;
import axial.extension.LooseJars;
import axial.job.Problem;
import picocli.CommandLine.Command;

/** Starts what is built into workspace/plugins at once, until stopped with Ctrl-C. */
@Command(
    name = "watch",
    description = "Starts what is built into workspace/plugins at once, until stopped with Ctrl-C.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions watch"})
final class WatchCommand implements Runnable {

  private static final long LOOK_EVERY_MILLIS = 100;

  private final Session session;

  WatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Terminal terminal = session.terminal();
    try (Leases.Watch watching =
        session.service(LooseJars.class).watch(swap -> terminal.line(words(swap)))) {
      terminal.note("Watching workspace/plugins. Stop with Ctrl-C.");
      while (!session.cancelled().getAsBoolean()) {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String words(LooseJars.Swap swap) {
    String what =
        swap.bundle().map(BundleName::toString).orElseGet(() -> String.valueOf(swap.jar()));
    return swap.problem()
        .map(Problem::text)
        .orElse((swap.removed() ? "Removed " : "Started ") + what + ".");
  }
}
