package axial.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code axial} itself, which only has subcommands. */
@Command(
    name = "axial",
    mixinStandardHelpOptions = false,
    description =
        "Trains image classifiers and shows what they learned. Research software, not a medical"
            + " device.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial demo",
      "  ./axial train final --data scans --epochs 15 --out out/first",
      "  ./axial explain out/first",
      "",
      "Exit codes: 0 done, 2 wrong use, 3 bad input, 4 output cannot be written, 5 a bundle is",
      "missing or broken, 6 the machine refused (memory, native library), 7 a repeated run is not",
      "bit-equal, 130 stopped, 1 anything else."
    })
final class AxialCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  private AxialCommand() {}

  /** The whole command line. */
  static CommandLine build(Session session) {
    return new CommandLine(new AxialCommand())
        .addSubcommand(new DemoCommand(session))
        .addSubcommand(new TrainCommand(session))
        .addSubcommand(new ResumeCommand(session))
        .addSubcommand(new EvaluateCommand(session))
        .addSubcommand(new PredictCommand(session))
        .addSubcommand(new CompareCommand(session))
        .addSubcommand(new ExplainCommand(session))
        .addSubcommand(new RepeatCommand(session))
        .addSubcommand(new ExportCommand(session))
        .addSubcommand(RunsCommand.build(session))
        .addSubcommand(new ModelCommand(session))
        .addSubcommand(new ProfileCommand(session))
        .addSubcommand(new AuditCommand(session))
        .addSubcommand(HoldoutCommand.build(session))
        .addSubcommand(new PreviewCommand(session))
        .addSubcommand(ExtensionsCommand.build(session))
        .addSubcommand(new BundlesCommand(session))
        .addSubcommand(new DoctorCommand(session))
        .setUsageHelpWidth(100);
  }

  @Override
  public void run() {
    if (!help) {
      throw new ParameterException(spec.commandLine(), "Say what to do.");
    }
  }
}
