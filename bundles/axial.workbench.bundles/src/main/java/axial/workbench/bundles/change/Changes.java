package axial.workbench.bundles.change;

import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.extension.Installation.Done;
import axial.extension.Installation.Plan;
import axial.extension.LockedBundle;
import axial.job.Progress;
import axial.view.Desk;
import axial.view.Jobs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changes the extensions as a user does it: a change is planned, shown, and carried out once the
 * user agrees. Only on the event dispatch thread; planning and carrying out are jobs.
 */
public final class Changes {

  private final Desk desk;
  private final Installation installation;
  private final Catalogs catalogs;
  private final Screen screen;
  private Optional<Jobs.Job> job = Optional.empty();

  /** What asks, and is told whether a change is under way. On the event dispatch thread. */
  public interface Screen {

    /** Asks a question and waits for the answer. */
    boolean agreed(Question question);

    /** Says whether a change is under way, during which no other can begin. */
    void busy(boolean busy);

    /** Something has changed, or was tried. */
    void changed();
  }

  /** Changes by these services. */
  public Changes(Desk desk, Installation installation, Catalogs catalogs, Screen screen) {
    this.desk = desk;
    this.installation = installation;
    this.catalogs = catalogs;
    this.screen = screen;
  }

  /** Whether a change is under way. */
  public boolean busy() {
    return job.isPresent() && !job.get().ended();
  }

  /** Plans a change, asks, and carries it out. */
  public void begin(Change change) {
    begin(change, false, false, () -> {});
  }

  /** The same for something that is never to be started in this process. */
  public void isolated(Change change) {
    begin(change, true, false, () -> {});
  }

  /** Reads the catalogs anew, then brings the newest version that fits. */
  public void update(String symbolicName) {
    begin(new Change.Update(symbolicName), false, true, () -> {});
  }

  /** Installs the bundles of files, one after the other. */
  public void install(List<Path> jars) {
    if (!jars.isEmpty()) {
      List<Path> rest = jars.subList(1, jars.size());
      begin(new Change.InstallFile(jars.get(0)), false, false, () -> install(rest));
    }
  }

  private void begin(Change change, boolean isolated, boolean refresh, Runnable next) {
    start(
        "See what fits",
        progress -> plan(change, isolated, refresh, progress),
        planned -> {
          planned.troubles().forEach(desk::note);
          if (planned.isNothing() || screen.agreed(planned.question())) {
            carryOut(planned, next);
          } else {
            screen.changed(); // what was halted for it goes on
            next.run();
          }
        },
        next);
  }

  /** On a background thread. */
  private Planned plan(Change change, boolean isolated, boolean refresh, Progress progress) {
    List<Catalogs.Catalog> all = refresh ? catalogs.refresh(progress) : catalogs.list();
    Plan plan = installation.plan(change, progress);
    Map<String, String> licences = new HashMap<>();
    for (LockedBundle bundle : plan.added()) {
      catalogs
          .release(bundle.sha256())
          .map(Catalogs.Release::licence)
          .or(
              () ->
                  change instanceof Change.InstallFile file && bundle.origin().isEmpty()
                      ? Optional.of(JarFacts.of(file.jar()).licence())
                      : Optional.empty())
          .ifPresent(licence -> licences.put(bundle.sha256(), licence));
    }
    List<String> troubles =
        refresh
            ? all.stream().map(Catalogs.Catalog::trouble).filter(why -> !why.isEmpty()).toList()
            : List.of();
    return new Planned(plan, isolated, licences, Planned.names(all), troubles);
  }

  private void carryOut(Planned planned, Runnable next) {
    String title = planned.isNothing() ? "Look at the extensions" : planned.title();
    start(
        title.replace("?", ""),
        progress ->
            planned.isolated()
                ? installation.applyIsolated(planned.plan(), progress)
                : installation.apply(planned.plan(), progress),
        done -> {
          told(planned, done);
          screen.changed();
          next.run();
        },
        () -> {
          screen.changed();
          next.run();
        });
  }

  private void told(Planned planned, Done done) {
    Plan plan = planned.plan();
    boolean waits =
        plan.added().isEmpty()
            && plan.removed().stream().anyMatch(each -> done.retiring().contains(each.name()));
    if (!waits) {
      desk.note((done.summary() + " " + planned.endsOn()).strip());
      return;
    }
    String name = planned.title().replaceAll("^Remove |\\?$", "");
    desk.note(name + " goes as soon as it is free. " + planned.uses());
    desk.jobs()
        .start(
            "Remove " + name + " when it is free",
            progress -> {
              installation.awaitRetired(progress);
              return true;
            },
            gone -> {
              desk.note(name + " is removed.");
              screen.changed();
            });
  }

  private interface Work<T> {
    T run(Progress progress);
  }

  private interface Then<T> {
    void take(T value);
  }

  private <T> void start(String title, Work<T> work, Then<T> done, Runnable failed) {
    if (busy()) {
      desk.note("Another change is under way; try again when it is done.");
      return;
    }
    screen.busy(true);
    job =
        Optional.of(
            desk.jobs()
                .start(
                    title,
                    progress -> Outcome.of(() -> work.run(progress)),
                    outcome -> {
                      job = Optional.empty();
                      screen.busy(false);
                      outcome.problem().ifPresent(desk::tell);
                      outcome.value().ifPresentOrElse(done::take, failed);
                    }));
  }

  /** Does something else that no change may come between, such as writing a file. */
  public void other(String title, Supplier<String> work) {
    this.<String>start(
        title,
        progress -> work.get(),
        said -> {
          desk.note(said);
          screen.changed();
        },
        screen::changed);
  }
}
