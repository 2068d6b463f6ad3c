package axial.workbench.bundles.catalog;

import axial.extension.Catalogs;
import axial.extension.Catalogs.Catalog;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.Desk;
import axial.view.Jobs;
import axial.workbench.bundles.change.Outcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Adds a catalog: looks at it first, shows whose it is, and adds it under the very key that was
 * shown. Only on the event dispatch thread; what reads is a job.
 */
final class AddController {

  /** What can be shown of it. */
  interface Screen {

    /** Addresses that could be added. */
    void suggest(List<String> addresses);

    /** A catalog is read; nothing can be done but to cancel. */
    void looking();

    /** Whose catalog it is; to be compared, then added. */
    void seen(Catalog catalog);

    /** Nothing was read yet, or it could not be; the reason is empty where there is none. */
    void nothing(String reason);

    /** It is done, or given up. */
    void ended(boolean added);
  }

  private final Desk desk;
  private final Catalogs catalogs;
  private final Screen screen;
  private Optional<Catalog> seen = Optional.empty();
  private Optional<Jobs.Job> job = Optional.empty();
  private int asked;

  AddController(Desk desk, Catalogs catalogs, Screen screen) {
    this.desk = desk;
    this.catalogs = catalogs;
    this.screen = screen;
  }

  /** Begins anew. */
  void open() {
    forget();
    screen.nothing("");
    desk.jobs()
        .start(
            "Look up suggested catalogs",
            progress -> catalogs.suggested().stream().map(URI::toString).toList(),
            screen::suggest);
  }

  private void forget() {
    asked++;
    job.ifPresent(Jobs.Job::cancel);
    job = Optional.empty();
    seen = Optional.empty();
  }

  /** Another address is being typed: what was seen does not hold for it. */
  void typed() {
    if (seen.isPresent()) {
      forget();
      screen.nothing("");
    }
  }

  /** Reads the catalog of an address, which is not added by that. */
  void look(String address) {
    forget();
    int number = asked;
    screen.looking();
    job =
        Optional.of(
            desk.jobs()
                .start(
                    "Look at the catalog",
                    progress -> Outcome.of(() -> catalogs.look(uri(address), progress)),
                    outcome -> {
                      if (number == asked) {
                        seen = outcome.value();
                        seen.ifPresentOrElse(
                            screen::seen,
                            () -> screen.nothing(outcome.problem().map(Problem::text).orElse("")));
                      }
                    }));
  }

  /** Adds what was seen, under the key that was shown. */
  void add() {
    if (seen.isEmpty()) {
      return;
    }
    Catalog catalog = seen.get();
    int number = asked;
    screen.looking();
    job =
        Optional.of(
            desk.jobs()
                .start(
                    "Add the catalog " + catalog.name(),
                    progress ->
                        Outcome.of(
                            () -> catalogs.add(catalog.address(), catalog.publisher(), progress)),
                    outcome -> {
                      if (number != asked) {
                        return;
                      }
                      if (outcome.value().isPresent()) {
                        forget();
                        desk.note(
                            "The catalog %s is added; its key is trusted from now on."
                                .formatted(catalog.name()));
                        screen.ended(true);
                      } else {
                        screen.nothing(outcome.problem().map(Problem::text).orElse(""));
                      }
                    }));
  }

  /** Gives up. */
  void cancel() {
    forget();
    screen.ended(false);
  }

  /** A folder, or an address with its scheme. */
  static URI uri(String typed) {
    String address = typed.strip();
    try {
      if (address.isEmpty()) {
        throw new URISyntaxException(address, "there is none");
      }
      return address.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
          ? new URI(address)
          : Path.of(address).toAbsolutePath().toUri();
    } catch (URISyntaxException | IllegalArgumentException none) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.USAGE,
              "\"" + typed + "\" is no address of a catalog.",
              "Give a folder, or an address that begins with http:// or https://."),
          none);
    }
  }
}
