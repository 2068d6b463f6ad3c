package axial.cli;

import axial.data.HoldOut;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the hold-outs and what they were used for. */
@Command(
    name = "list",
    description = "Lists the frozen hold-outs, how often each was used, and with what outcome.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial holdout list"})
final class HoldoutListCommand implements Runnable {

  private final Session session;

  HoldoutListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Table table = new Table(List.of("hold-out", "frozen", "images", "duplicates", "used", "data"));
    Terminal terminal = session.terminal();
    List<HoldOut> all = session.holdOuts().all();
    for (HoldOut holdOut : all) {
      table.add(
          List.of(
              holdOut.name(),
              time().format(holdOut.frozen()),
              Integer.toString(holdOut.classes().size()),
              Integer.toString(holdOut.companions().size()),
              Integer.toString(session.holdOuts().uses(holdOut.name()).size()),
              holdOut.data()));
    }
    terminal.line(
        table.isEmpty()
            ? "There are no hold-outs in the workspace yet. Freeze one with: ./axial holdout freeze"
                + " NAME --data DIR"
            : table.text());
    for (HoldOut holdOut : all) {
      List<HoldOut.Use> uses = session.holdOuts().uses(holdOut.name());
      if (!uses.isEmpty()) {
        terminal.line("\n" + holdOut.name() + "\n" + uses(uses));
      }
    }
  }

  /** The uses of a hold-out as a table. */
  static String uses(List<HoldOut.Use> uses) {
    Table table = new Table(List.of("used", "run", "figures"));
    for (HoldOut.Use use : uses) {
      table.add(List.of(time().format(use.time()), use.run(), figures(use.figures())));
    }
    return table.text();
  }

  private static String figures(Map<String, Double> figures) {
    StringBuilder text = new StringBuilder();
    figures.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(' ')
                .append(
                    value == Math.rint(value) && value > 1
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.3f", value)));
    return text.toString();
  }

  private static DateTimeFormatter time() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
        .withZone(ZoneId.systemDefault());
  }
}
