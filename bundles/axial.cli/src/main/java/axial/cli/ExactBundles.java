package axial.cli;

import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.extension.LockedBundle;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Provenance;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the very bundles of a run's record in place, by their hashes, for as long as it is repeated.
 * Built-in bundles stay as they are; that they differ is a difference of the repetition.
 */
final class ExactBundles implements AutoCloseable {

  /** Where the framework has bundles of the workspace's set from: a jar named by its hash. */
  private static final String EXTENSION = ".*/[0-9a-f]{64}\\.jar";

  private final Session session;
  private final Installation installation;
  private final List<LockedBundle> former;
  private boolean changed;

  ExactBundles(Session session) {
    this.session = session;
    installation = session.service(Installation.class);
    former =
        installation.list().stream()
            .filter(each -> each.state() != Installation.State.RETIRING)
            .map(Installation.Installed::bundle)
            .toList();
  }

  /**
   * Fetches what is missing, if the user agrees.
   *
   * @param fetch whether the user has agreed already
   * @param anyway whether to go on with what there is otherwise
   * @throws ProblemException of kind EXTENSION that names what no catalog has, with its hash
   */
  void require(RunRecord run, boolean fetch, boolean anyway) {
    List<LockedBundle> found = new ArrayList<>();
    List<Provenance.BundleUse> nowhere = new ArrayList<>();
    for (Provenance.BundleUse use : missing(run)) {
      Optional<LockedBundle> release =
          session.service(Catalogs.class).release(use.sha256()).map(Catalogs.Release::bundle);
      release.ifPresentOrElse(
          found::add,
          () -> {
            if (!use.services().isEmpty()) {
              nowhere.add(use);
            }
          });
    }
    refuse(run, nowhere, anyway);
    if (!found.isEmpty() && agreed(run, found, fetch, anyway)) {
      become(with(found));
      changed = true;
    }
  }

  /** What the run was made with and this workspace has not, neither built in nor installed. */
  private List<Provenance.BundleUse> missing(RunRecord run) {
    Set<String> installed =
        former.stream().map(LockedBundle::sha256).collect(Collectors.toUnmodifiableSet());
    Set<String> builtIn =
        Arrays.stream(session.framework().getBundles())
            .filter(bundle -> !bundle.getLocation().matches(EXTENSION))
            .flatMap(bundle -> Optional.ofNullable(bundle.getSymbolicName()).stream())
            .collect(Collectors.toUnmodifiableSet());
    return run.provenance().map(Provenance::bundles).orElse(List.of()).stream()
        .filter(use -> !installed.contains(use.sha256()) && !builtIn.contains(use.symbolicName()))
        .toList();
  }

  private void refuse(RunRecord run, List<Provenance.BundleUse> nowhere, boolean anyway) {
    if (nowhere.isEmpty()) {
      return;
    }
    String words =
        "No known catalog has %s, which the run %s was made with."
            .formatted(
                nowhere.stream()
                    .map(
                        use ->
                            "%s %s with the SHA-256 %s"
                                .formatted(use.symbolicName(), use.version(), use.sha256()))
                    .collect(Collectors.joining(" and ")),
                run.id());
    if (!anyway) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          words,
          "Add the catalog that has it and refresh, or go on with what there is: --anyway.");
    }
    session.terminal().note(words);
  }

  private boolean agreed(RunRecord run, List<LockedBundle> found, boolean fetch, boolean anyway) {
    Terminal terminal = session.terminal();
    terminal.note("The run %s was made with bundles that are not here:".formatted(run.id()));
    for (LockedBundle bundle : found) {
      terminal.note(
          "+ %s, %s, SHA-256 %s%s"
              .formatted(
                  bundle.name(),
                  PlannedChange.size(bundle.bytes()),
                  bundle.sha256(),
                  bundle.origin().map(origin -> ", from " + origin.catalog()).orElse("")));
    }
    former.stream()
        .filter(line -> replaced(line, found))
        .forEach(line -> terminal.note("- %s, until it is repeated".formatted(line.name())));
    if (fetch || Question.ask(terminal, "Fetch them for this repetition?")) {
      return true;
    }
    if (!anyway) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The bundles of the run %s were not fetched, as nobody has agreed.".formatted(run.id()),
          "Agree with --fetch, or repeat it with what there is: --anyway.");
    }
    return false;
  }

  private List<LockedBundle> with(List<LockedBundle> found) {
    return Stream.concat(former.stream().filter(line -> !replaced(line, found)), found.stream())
        .toList();
  }

  private static boolean replaced(LockedBundle line, List<LockedBundle> found) {
    return found.stream()
        .anyMatch(each -> each.name().symbolicName().equals(line.name().symbolicName()));
  }

  private void become(List<LockedBundle> bundles) {
    installation.apply(
        installation.plan(new Change.Become(bundles), session.watch()), session.watch());
  }

  /** Puts the former extensions of the workspace back. */
  @Override
  public void close() {
    if (changed) {
      changed = false;
      become(former);
      session.terminal().note("The workspace has its former extensions again.");
    }
  }
}
