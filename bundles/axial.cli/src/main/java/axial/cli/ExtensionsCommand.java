package axial.cli;

import axial.extension.Installation;
import axial.extension.Installation.Installed;
import axial.extension.Installation.State;
import axial.extension.LockedBundle;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the extensions of the workspace; its subcommands change them. */
@Command(
    name = "extensions",
    description = "Lists the extensions of this workspace; its commands install and share them.",
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial extensions",
      "  ./axial extensions add http://example.org/group/",
      "  ./axial extensions install lab.my-net",
      "",
      "An extension has the rights of the user who starts Axial. See docs/security.md."
    })
final class ExtensionsCommand implements Runnable {

  private final Session session;

  private ExtensionsCommand(Session session) {
    this.session = session;
  }

  /** The command with its subcommands. */
  static CommandLine build(Session session) {
    return new CommandLine(new ExtensionsCommand(session))
        .addSubcommand(new SearchCommand(session))
        .addSubcommand(new InstallCommand(session))
        .addSubcommand(new UpdateCommand(session))
        .addSubcommand(new RemoveCommand(session))
        .addSubcommand(new CatalogsCommand(session))
        .addSubcommand(new AddCatalogCommand(session))
        .addSubcommand(new ForgetCommand(session))
        .addSubcommand(new RefreshCommand(session))
        .addSubcommand(new RevokeCommand(session))
        .addSubcommand(new LockCommand(session))
        .addSubcommand(new RestoreCommand(session))
        .addSubcommand(NewCommand.build(session))
        .addSubcommand(new CheckCommand(session))
        .addSubcommand(new KeygenCommand(session))
        .addSubcommand(new PublishCommand(session))
        .addSubcommand(new WatchCommand(session));
  }

  @Override
  public void run() {
    Table table = new Table(List.of("extension", "version", "state", "from", "used by", "reason"));
    for (Installed installed : session.service(Installation.class).list()) {
      LockedBundle bundle = installed.bundle();
      table.add(
          List.of(
              bundle.name().symbolicName(),
              bundle.name().version(),
              words(installed.state()),
              bundle.origin().map(LockedBundle.Origin::catalog).orElse("a file"),
              String.join(", ", installed.holders()),
              installed.reason()));
    }
    session
        .terminal()
        .line(
            table.isEmpty()
                ? "This workspace has no extensions. See what there is with: ./axial extensions"
                    + " search"
                : table.text());
  }

  private static String words(State state) {
    return switch (state) {
      case ACTIVE -> "active";
      case RETIRING -> "goes when free";
      case FAILED -> "failed";
      case SET_ASIDE -> "set aside";
      case ISOLATED -> "runs in a process of its own";
    };
  }
}
