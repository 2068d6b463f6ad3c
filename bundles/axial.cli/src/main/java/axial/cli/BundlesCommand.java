package axial.cli;

import axial.run.Extensions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.Bundle;
import picocli.CommandLine.Command;

/** Lists what is plugged in. */
@Command(
    name = "bundles",
    description =
        "Lists the installed bundles, the extensions they bring, and what is wrong with any.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial bundles"})
final class BundlesCommand implements Runnable {

  private final Session session;

  BundlesCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Table bundles = new Table(List.of("bundle", "version", "state"));
    Arrays.stream(session.framework().getBundles())
        .sorted(Comparator.comparing(BundlesCommand::name).thenComparing(Bundle::getVersion))
        .forEach(
            bundle ->
                bundles.add(
                    List.of(
                        name(bundle), bundle.getVersion().toString(), state(bundle.getState()))));
    Table extensions = new Table(List.of("extension", "name", "bundle", "state", "reason"));
    for (Extensions.Status status : session.extensions().statuses()) {
      extensions.add(
          List.of(
              status.type(),
              status.id(),
              status.bundle(),
              status.state().name().toLowerCase(Locale.ROOT),
              status.reason()));
    }
    session.terminal().line(bundles.text());
    session.terminal().line("\n" + extensions.text());
  }

  private static String name(Bundle bundle) {
    String name = bundle.getSymbolicName();
    return name == null ? bundle.getLocation() : name;
  }

  private static String state(int state) {
    return switch (state) {
      case Bundle.ACTIVE -> "active";
      case Bundle.STARTING -> "starting";
      case Bundle.RESOLVED -> "resolved";
      case Bundle.STOPPING -> "stopping";
      case Bundle.UNINSTALLED -> "uninstalled";
      default -> "not resolved";
    };
  }
}
