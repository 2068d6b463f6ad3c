package axial.cli;

import axial.extension.Projects;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.ModelFactory;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins projects of extensions; its subcommands say of what. */
@Command(
    name = "new",
    description = "Begins a project of an extension.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions new model my-net"})
final class NewCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private NewCommand() {}

  /** The command with its subcommands. */
  static CommandLine build(Session session) {
    return new CommandLine(new NewCommand()).addSubcommand(new NewModelCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say of what, such as: new model my-net.");
  }

  /** Begins a project of a model. */
  @Command(
      name = "model",
      description = "Begins a project of a model, which builds with mvn package alone.",
      footerHeading = "%nExamples:%n",
      footer = {"  ./axial extensions new model my-net --to my-net"})
  static final class NewModelCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "What the model is chosen by, such as my-net.")
    private String name = "";

    @Option(
        names = "--to",
        paramLabel = "DIR",
        description = "Folder of the project, missing or empty; NAME where none is given.")
    private @Nullable Path folder;

    NewModelCommand(Session session) {
      this.session = session;
    }

    @Override
    public void run() {
      if (session.extensions().all(ModelFactory.class).stream()
          .anyMatch(model -> model.id().equals(name))) {
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "There is a model \"" + name + "\" already.",
            "Choose another name.");
      }
      Path made =
          session
              .service(Projects.class)
              .model(name, Optional.ofNullable(folder).orElseGet(() -> Path.of(name)));
      session.terminal().line("Made the project " + made + ".");
      session
          .terminal()
          .note("Build it there with: mvn package. Its README.md says how it goes on.");
    }
  }
}
