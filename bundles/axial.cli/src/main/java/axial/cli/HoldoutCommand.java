package axial.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands about frozen hold-outs. */
@Command(
    name = "holdout",
    description =
        "Freezes images that no run learns from, so that a model can be judged on them at the end.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial holdout freeze final-exam --data scans --share 0.2 --seed 1 --group range:5",
      "  ./axial holdout list",
      "  ./axial evaluate out/first --holdout final-exam"
    })
final class HoldoutCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private HoldoutCommand() {}

  static CommandLine build(Session session) {
    return new CommandLine(new HoldoutCommand())
        .addSubcommand(new HoldoutFreezeCommand(session))
        .addSubcommand(new HoldoutListCommand(session));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: freeze or list.");
  }
}
