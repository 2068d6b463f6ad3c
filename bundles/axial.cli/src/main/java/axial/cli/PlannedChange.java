package axial.cli;

import axial.extension.BundleName;
import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.extension.Installation.Done;
import axial.extension.Installation.Plan;
import axial.extension.LockedBundle;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plans a change of the extensions, shows what it does, and carries it out. */
final class PlannedChange {

  private final Session session;
  private final Installation installation;

  PlannedChange(Session session) {
    this.session = session;
    installation = session.service(Installation.class);
  }

  void carryOut(Change change) {
    carryOut(change, false);
  }

  /**
   * Plans and carries out.
   *
   * @param isolated whether what comes runs in processes of its own only
   */
  void carryOut(Change change, boolean isolated) {
    Plan plan = installation.plan(change, session.watch());
    show(plan);
    done(
        isolated
            ? installation.applyIsolated(plan, session.watch())
            : installation.apply(plan, session.watch()));
  }

  /** Removes; what is in use goes later, if the user agrees to that. */
  void remove(String name, boolean whenFree) {
    Plan plan = installation.plan(new Change.Remove(name), session.watch());
    if (!plan.heldBy().isEmpty()
        && !whenFree
        && !Question.ask(session.terminal(), inUse(name, plan))) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "%s is in use by %s.".formatted(name, String.join(", ", plan.heldBy())),
          "Wait, or remove it with --when-free.");
    }
    done(installation.apply(plan, session.watch()));
    if (whenFree) {
      installation.awaitRetired(session.watch());
    }
  }

  private static String inUse(String name, Plan plan) {
    return "%s is in use by %s. Remove it when it is free?"
        .formatted(name, String.join(", ", plan.heldBy()));
  }

  private void show(Plan plan) {
    for (LockedBundle bundle : plan.added()) {
      session
          .terminal()
          .note(
              "+ %s, %s%s"
                  .formatted(
                      bundle.name(),
                      size(bundle.bytes()),
                      bundle.origin().map(origin -> ", from " + origin.catalog()).orElse("")));
    }
    plan.removed().forEach(bundle -> session.terminal().note("- " + bundle.name()));
    if (plan.downloadBytes() > 0) {
      session.terminal().note("Fetching " + size(plan.downloadBytes()) + " …");
    }
  }

  static String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, Math.round(bytes / 1e3)) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private void done(Done done) {
    session.terminal().line(done.summary());
    if (!done.retiring().isEmpty()) {
      session
          .terminal()
          .line(
              "Still in use, and gone as soon as it is not: "
                  + done.retiring().stream()
                      .map(BundleName::toString)
                      .collect(Collectors.joining(", ")));
    }
  }
}
