package axial.workbench.bundles;

import axial.view.Desk;
import axial.view.Jobs;
import axial.workbench.bundles.BundleInfo.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The list of bundles: what it shows, and what can be done to them. Only on the event dispatch
 * thread; whatever asks the framework is a job.
 */
final class BundlesController {

  private static final Comparator<BundleRow> WORST_FIRST =
      Comparator.comparing((BundleRow row) -> row.bundle().health())
          .thenComparing(row -> row.bundle().origin() != Origin.PLUGGED_IN)
          .thenComparing(row -> row.bundle().symbolicName());

  private final Desk desk;
  private final Installation installation;
  private final ChosenBundle chosen;
  private final BundlesScreen screen;
  private final HeldTrainings held;
  private List<BundleInfo> bundles = List.of();
  private List<BundleRow> rows = List.of();
  private String filter = "";
  private Optional<Jobs.Job> reading = Optional.empty();
  private boolean readAgain;
  private Optional<Jobs.Job> changing = Optional.empty();

  BundlesController(
      Desk desk, Installation installation, ChosenBundle chosen, BundlesScreen screen) {
    this.desk = desk;
    this.installation = installation;
    this.chosen = chosen;
    this.screen = screen;
    this.held = new HeldTrainings(desk.trainings(), this::refresh);
    held.follow();
  }

  /** Reads the list anew; one that is asked for while another is read comes right after it. */
  void read() {
    if (underWay(reading)) {
      readAgain = true;
      return;
    }
    readAgain = false;
    reading =
        Optional.of(
            desk.jobs()
                .start(
                    "Look at the bundles",
                    progress -> installation.list(),
                    found -> {
                      reading = Optional.empty();
                      bundles = found;
                      refresh();
                      if (readAgain) {
                        read();
                      }
                    }));
  }

  /** Follows trainings no more. */
  void close() {
    held.stop();
  }

  /** Shows only bundles in which all words are found. */
  void filter(String words) {
    filter = words;
    show();
  }

  /** Marks a bundle. */
  void choose(Optional<BundleRow> row) {
    chosen.set(row);
  }

  /** Whether a change is under way. */
  boolean busy() {
    return underWay(changing);
  }

  /** A job that failed or was cancelled never calls back, but it has ended. */
  private static boolean underWay(Optional<Jobs.Job> job) {
    return job.isPresent() && !job.get().ended();
  }

  private void refresh() {
    Map<String, List<String>> used = InUse.of(bundles, desk.trainings().all().get());
    rows =
        bundles.stream()
            .map(
                bundle ->
                    new BundleRow(
                        bundle,
                        used.getOrDefault(bundle.symbolicName(), List.of()),
                        Guarded.reason(bundle)))
            .sorted(WORST_FIRST)
            .toList();
    Optional<Long> id = chosen.get().map(row -> row.bundle().id());
    chosen.set(
        id.flatMap(known -> rows.stream().filter(row -> row.bundle().id() == known).findFirst()));
    show();
  }

  private void show() {
    screen.show(
        rows.stream().filter(row -> row.matches(filter)).toList(), rows.size(), chosen.get());
  }

  /** Starts the marked bundle. */
  void start() {
    chosen
        .get()
        .filter(BundleRow::canStart)
        .ifPresent(
            row ->
                change(
                    "Start " + row.bundle().symbolicName(),
                    () -> {
                      installation.start(row.bundle().id());
                      return row.bundle().symbolicName() + " is started.";
                    }));
  }

  /** Stops the marked bundle, after a question when something uses it. */
  void stop() {
    chosen
        .get()
        .filter(BundleRow::canStop)
        .filter(row -> allowed(row, "Stop", "stopped"))
        .ifPresent(
            row ->
                change(
                    "Stop " + row.bundle().symbolicName(),
                    () -> {
                      installation.stop(row.bundle().id());
                      return row.bundle().symbolicName() + " is stopped.";
                    }));
  }

  /** Replaces the marked bundle by a jar, after a question when something uses it. */
  void update(Path jar) {
    chosen
        .get()
        .filter(row -> row.guard().isEmpty())
        .filter(row -> allowed(row, "Update", "updated"))
        .ifPresent(
            row -> {
              boolean refresh = mayRefresh(row);
              change(
                  "Update " + row.bundle().symbolicName(),
                  () -> installation.update(row.bundle().id(), jar, refresh));
            });
  }

  /** Removes the marked bundle, after a question. */
  void remove() {
    chosen
        .get()
        .filter(row -> row.guard().isEmpty())
        .filter(
            row ->
                inUse(row)
                    ? allowed(row, "Remove", "removed")
                    : screen.confirm("Remove " + row.bundle().identity() + "?", "Remove"))
        .ifPresent(
            row -> {
              boolean refresh = mayRefresh(row);
              change(
                  "Remove " + row.bundle().symbolicName(),
                  () -> installation.remove(row.bundle().id(), refresh));
            });
  }

  /** Installs jars, one after the other. */
  void install(List<Path> jars) {
    if (!jars.isEmpty()) {
      change(
          "Install " + jars.get(0).getFileName(),
          () -> String.join(" ", jars.stream().map(installation::install).toList()));
    }
  }

  private static boolean inUse(BundleRow row) {
    return !row.trainings().isEmpty()
        || !row.bundle().views().isEmpty()
        || !row.bundle().neededBy().isEmpty();
  }

  private boolean allowed(BundleRow row, String verb, String done) {
    return !inUse(row) || screen.confirm(question(row, verb, done), verb);
  }

  private static String question(BundleRow row, String verb, String done) {
    List<String> sentences = new ArrayList<>();
    BundleInfo bundle = row.bundle();
    if (!row.trainings().isEmpty()) {
      sentences.add(
          "The running training %s uses %s. It goes on with what it holds; the next one finds the bundle %s."
              .formatted(String.join(" and ", row.trainings()), bundle.symbolicName(), done));
    }
    if (!bundle.views().isEmpty()) {
      sentences.add(
          "It brings %s of this window: %s. What is shown there closes."
              .formatted(
                  bundle.views().size() == 1 ? "a view" : "views",
                  String.join(", ", bundle.views())));
    }
    if (!bundle.neededBy().isEmpty()) {
      sentences.add("These bundles need it: " + String.join(", ", bundle.neededBy()) + ".");
    }
    sentences.add("%s %s?".formatted(verb, bundle.identity()));
    return String.join("\n\n", sentences);
  }

  /** Parts of Axial are never refreshed in a running window, and nothing while a training runs. */
  private boolean mayRefresh(BundleRow row) {
    return row.bundle().origin() == Origin.PLUGGED_IN
        && !row.bundle().neededBy().isEmpty()
        && desk.trainings().all().get().stream().noneMatch(InUse::holds);
  }

  private void change(String title, Supplier<String> act) {
    if (busy()) {
      desk.note("Another change is under way; try again when it is done.");
      return;
    }
    screen.busy(true);
    changing =
        Optional.of(
            desk.jobs()
                .start(
                    title,
                    progress -> Change.of(act),
                    outcome -> {
                      changing = Optional.empty();
                      screen.busy(false);
                      outcome.note().ifPresent(desk::note);
                      outcome.problem().ifPresent(desk::tell);
                      read();
                    }));
  }
}
