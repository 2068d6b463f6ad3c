package axial.extensions.install;

import axial.extension.Installation.Done;
import axial.extension.Installation.Installed;
import axial.extension.Installation.State;
import axial.extension.LockedBundle;
import axial.extensions.lock.Store;
import axial.extensions.set.RunningSet;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A set without a framework: it checks that every jar lies in the store, and remembers. */
final class RecordedSet implements RunningSet {

  private final Store store;
  private List<LockedBundle> lines = List.of();
  private final List<String> held = new ArrayList<>();
  private final Set<String> isolated = new TreeSet<>();
  private boolean refusing;

  RecordedSet(Store store) {
    this.store = store;
  }

  void refuse() {
    refusing = true;
  }

  void holdBy(String holder) {
    held.add(holder);
  }

  List<String> names() {
    return lines.stream().map(line -> line.name().toString()).sorted().toList();
  }

  @Override
  public List<LockedBundle> locked() {
    return lines;
  }

  @Override
  public List<Installed> list() {
    return lines.stream().map(l -> new Installed(l, State.ACTIVE, "", List.of())).toList();
  }

  @Override
  public List<String> holders(List<LockedBundle> bundles) {
    return bundles.isEmpty() ? List.of() : List.copyOf(held);
  }

  @Override
  public List<Path> shadowed(String symbolicName) {
    return List.of();
  }

  @Override
  public Done become(List<LockedBundle> wanted, String summary) {
    if (refusing) {
      throw ProblemException.of(Problem.Kind.EXTENSION, "It does not start.", "Mend it.");
    }
    wanted.forEach(store::verify);
    lines = List.copyOf(wanted);
    return new Done(summary, List.of());
  }

  @Override
  public void isolate(Collection<String> symbolicNames) {
    isolated.addAll(symbolicNames);
  }

  Set<String> isolated() {
    return isolated;
  }

  @Override
  public void awaitRetired(Progress progress) {}
}
