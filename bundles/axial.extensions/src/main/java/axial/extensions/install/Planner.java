package axial.extensions.install;

import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.extension.Installation.Plan;
import axial.extension.LockedBundle;
import axial.extensions.lock.LockFile;
import axial.extensions.lock.Store;
import axial.extensions.resolve.Described;
import axial.extensions.resolve.Fit;
import axial.extensions.resolve.Fitting;
import axial.extensions.resolve.Versions;
import axial.extensions.set.RunningSet;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works one change out: which set it leads to, and whether that set fits. */
final class Planner {

  private final RunningSet running;
  private final Store store;
  private final Known known;
  private final Fitting fitting;
  private final Progress progress;
  private final Known.Lines lines = new Known.Lines();
  private final List<LockedBundle> current;
  private final Needed needed;

  Planner(RunningSet running, Store store, Known known, Fitting fitting, Progress progress) {
    this.running = running;
    this.store = store;
    this.known = known;
    this.fitting = fitting;
    this.progress = progress;
    current = running.locked();
    needed = new Needed(lines, current, store.brought());
  }

  /** The plan of a change. */
  Plan plan(Change change) {
    progress.at("Working out what fits", 0, 0);
    List<LockedBundle> wanted;
    if (change instanceof Change.Install install) {
      wanted = install(install.symbolicName(), install.version());
    } else if (change instanceof Change.Update update) {
      wanted = install(update.symbolicName(), "");
    } else if (change instanceof Change.InstallFile install) {
      FileJar jar = FileJar.read(install.jar(), progress);
      Described described = lines.add(jar.bundle(), jar.contents().described());
      Candidates offered = new Candidates(lines, known.offered(lines));
      wanted = inPlace(described, offered.preferring(Optional.empty()));
    } else if (change instanceof Change.Remove remove) {
      wanted = remove(remove.symbolicName());
    } else if (change instanceof Change.Restore restore) {
      wanted = restore(restore.lock());
    } else if (change instanceof Change.Become become) {
      wanted = exactly(become.bundles());
    } else {
      throw new IllegalArgumentException("There is no change of another kind.");
    }
    return plan(change, wanted);
  }

  private Plan plan(Change change, List<LockedBundle> wanted) {
    List<LockedBundle> added = wanted.stream().filter(line -> !current.contains(line)).toList();
    List<LockedBundle> removed = current.stream().filter(line -> !wanted.contains(line)).toList();
    long download =
        added.stream()
            .filter(line -> line.origin().isPresent() && !store.has(line))
            .mapToLong(LockedBundle::bytes)
            .sum();
    return new Plan(change, added, removed, download, running.holders(removed));
  }

  private List<LockedBundle> named(String symbolicName) {
    return current.stream().filter(l -> l.name().symbolicName().equals(symbolicName)).toList();
  }

  /** The newest version that fits; when none does, the reason is that of the newest. */
  private List<LockedBundle> install(String name, String version) {
    Candidates candidates = new Candidates(lines, known.offered(lines));
    List<LockedBundle> former = named(name);
    @Nullable ProblemException first = null;
    for (Described candidate : candidates.of(name, version, former)) {
      LockedBundle line = lines.line(candidate);
      boolean older = version.isEmpty() && former.stream().anyMatch(l -> isOlder(line, l));
      if (older || current.stream().anyMatch(l -> l.sha256().equals(line.sha256()))) {
        return current;
      }
      try {
        return inPlace(candidate, candidates.preferring(candidates.publisher(candidate)));
      } catch (ProblemException unfit) {
        first = first == null ? unfit : first;
      }
    }
    throw first == null ? new IllegalStateException("There was no candidate.") : first;
  }

  private static boolean isOlder(LockedBundle line, LockedBundle than) {
    return Versions.of(line.name()).compareTo(Versions.of(than.name())) < 0;
  }

  /** With a bundle in the place of its other versions, or beside them where others need those. */
  private List<LockedBundle> inPlace(Described bundle, List<Described> offers) {
    List<LockedBundle> former = named(bundle.name().symbolicName());
    List<LockedBundle> others = current.stream().filter(l -> !former.contains(l)).toList();
    try {
      return with(bundle, others, offers);
    } catch (ProblemException unfit) {
      List<LockedBundle> beside =
          current.stream().filter(l -> !l.name().equals(bundle.name())).toList();
      if (beside.size() == others.size()) {
        throw unfit;
      }
      try {
        return with(bundle, beside, offers);
      } catch (ProblemException alsoUnfit) {
        unfit.addSuppressed(alsoUnfit);
        throw unfit;
      }
    }
  }

  private List<LockedBundle> with(
      Described bundle, List<LockedBundle> kept, List<Described> offers) {
    List<Described> wanted = new ArrayList<>(describe(kept));
    wanted.add(bundle);
    Fit fit = fitting.fit(wanted, offers, progress);
    Set<String> brought =
        fit.brought().stream().map(each -> each.name().symbolicName()).collect(Collectors.toSet());
    // A library of which a newer version comes along goes when nobody is wired to it any more.
    Set<LockedBundle> superseded =
        wanted.stream()
            .filter(each -> each != bundle && brought.contains(each.name().symbolicName()))
            .filter(each -> !fit.used().contains(each))
            .map(lines::line)
            .collect(Collectors.toSet());
    List<LockedBundle> all =
        Stream.of(kept, lines.lines(fit.brought()), List.of(lines.line(bundle)))
            .flatMap(List::stream)
            .filter(line -> !superseded.contains(line))
            .toList();
    return needed.of(all, wanted, fit);
  }

  /** Lines that work now must go on working; those that do not are not asked. */
  private List<Described> describe(List<LockedBundle> kept) {
    Set<LockedBundle> failed =
        running.list().stream()
            .filter(each -> each.state() == Installation.State.FAILED)
            .map(Installation.Installed::bundle)
            .collect(Collectors.toSet());
    return kept.stream()
        .filter(line -> !failed.contains(line))
        .map(line -> lines.add(line, known.describe(line, progress)))
        .toList();
  }

  private List<LockedBundle> remove(String name) {
    List<LockedBundle> going = named(name);
    if (going.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "There is no extension \"" + name + "\" in this workspace.",
          "See ./axial extensions for those that there are; built-in bundles cannot be removed.");
    }
    List<LockedBundle> kept = current.stream().filter(l -> !going.contains(l)).toList();
    try {
      List<Described> described = describe(kept);
      return needed.of(kept, described, fitting.fit(described, List.of(), progress));
    } catch (ProblemException stillNeeded) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.EXTENSION,
              name + " cannot be removed: " + stillNeeded.problem().summary(),
              "Remove what needs it first."),
          stillNeeded);
    }
  }

  private List<LockedBundle> restore(Path file) {
    if (!Files.isRegularFile(file)) {
      throw ProblemException.of(
          Problem.Kind.INPUT, "There is no lock file " + file + ".", "Check its name.");
    }
    return exactly(LockFile.read(file));
  }

  private List<LockedBundle> exactly(List<LockedBundle> bundles) {
    Set<LockedBundle> wanted = new LinkedHashSet<>();
    List<Described> described = new ArrayList<>();
    for (LockedBundle asked : bundles) {
      known.refuseRevoked(asked);
      LockedBundle line = here(asked);
      wanted.add(line);
      described.add(lines.add(line, known.describe(line, progress)));
    }
    fitting.fit(described, List.of(), progress);
    return List.copyOf(wanted);
  }

  /** A line as this workspace vouches for it; the file of another lab may claim any origin. */
  private LockedBundle here(LockedBundle asked) {
    return current.stream()
        .filter(line -> line.sha256().equals(asked.sha256()) && line.name().equals(asked.name()))
        .findFirst()
        .or(() -> known.offer(asked))
        .orElseGet(
            () -> {
              if (!store.has(asked)) {
                throw Known.nowhere(asked);
              }
              return new LockedBundle(
                  asked.name(), asked.sha256(), asked.bytes(), Optional.empty());
            });
  }
}
