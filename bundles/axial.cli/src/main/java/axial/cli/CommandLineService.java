package axial.cli;

import axial.data.HoldOuts;
import axial.data.ImageStore;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Extensions;
import axial.run.Previews;
import axial.run.Runs;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Runs one command line; the launcher looks for this service. The work is done on a thread of its
 * own, so that an interrupt of the calling thread (Ctrl-C) asks the job to stop instead of breaking
 * a file that is being written.
 */
@Component(service = ToIntFunction.class, property = "axial.command=line")
public final class CommandLineService implements ToIntFunction<String[]> {

  /** The exit code after Ctrl-C: 128 and the number of SIGINT. */
  static final int STOPPED = 130;

  private final Runs runs;
  private final Previews previews;
  private final Extensions extensions;
  private final ImageStore images;
  private final HoldOuts holdOuts;
  private final BundleContext framework;

  /** A command line over these services. */
  @Activate
  public CommandLineService(
      BundleContext framework,
      @Reference Runs runs,
      @Reference Previews previews,
      @Reference Extensions extensions,
      @Reference ImageStore images,
      @Reference HoldOuts holdOuts) {
    this.framework = framework;
    this.images = images;
    this.holdOuts = holdOuts;
    this.runs = runs;
    this.previews = previews;
    this.extensions = extensions;
  }

  @Override
  public int applyAsInt(String[] arguments) {
    Terminal terminal = Terminal.ofSystem(framework::getProperty);
    AtomicBoolean cancelled = new AtomicBoolean();
    FutureTask<Integer> work = new FutureTask<>(() -> execute(arguments, terminal, cancelled));
    Thread worker = new Thread(work, "axial-command");
    worker.start();
    return await(work, terminal, cancelled);
  }

  private static int await(FutureTask<Integer> work, Terminal terminal, AtomicBoolean cancelled) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return work.get();
        } catch (InterruptedException stop) {
          interrupted = true;
          cancelled.set(true);
          terminal.note("Stopping after this batch …");
        } catch (ExecutionException failure) {
          return tell(terminal, failure.getCause() == null ? failure : failure.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private int execute(String[] arguments, Terminal terminal, AtomicBoolean cancelled) {
    Session session =
        new Session(
            runs, previews, extensions, images, holdOuts, framework, terminal, cancelled::get);
    CommandLine line = AxialCommand.build(session);
    line.setExecutionExceptionHandler((failure, command, result) -> tell(terminal, failure));
    line.setParameterExceptionHandler(CommandLineService::misused);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    return line.execute(arguments);
  }

  private static int misused(ParameterException misuse, String[] arguments) {
    CommandLine command = misuse.getCommandLine();
    command.getErr().println("axial: " + misuse.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(misuse, command.getErr());
    command.getErr().printf("See \"./%s --help\".%n", command.getCommandSpec().qualifiedName());
    command.getErr().flush();
    return Problem.Kind.USAGE.exitCode();
  }

  private static int tell(Terminal terminal, Throwable failure) {
    if (failure instanceof CancelledException) {
      return STOPPED;
    }
    Problem problem =
        failure instanceof ProblemException told
            ? told.problem()
            : new Problem(
                Problem.Kind.INTERNAL,
                "Axial failed in a way that it does not know: " + Words.of(failure) + ".",
                "Set AXIAL_DEBUG=1 and try again to see where.");
    terminal.problem(problem, failure);
    return problem.kind().exitCode();
  }
}
