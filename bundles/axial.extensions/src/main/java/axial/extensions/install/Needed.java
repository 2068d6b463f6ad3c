package axial.extensions.install;

import axial.extension.LockedBundle;
import axial.extensions.lock.BroughtNames;
import axial.extensions.resolve.Described;
import axial.extensions.resolve.Fit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out of a set what came along because others needed it, and nobody needs any more. */
final class Needed {

  private final Known.Lines lines;
  private final List<LockedBundle> current;
  private final BroughtNames names;

  Needed(Known.Lines lines, List<LockedBundle> current, BroughtNames names) {
    this.lines = lines;
    this.current = current;
    this.names = names;
  }

  /**
   * The lines that are asked for or needed.
   *
   * @param all of a new set
   * @param described those of them that work; what the others need is not known
   * @param fit how these are wired
   */
  List<LockedBundle> of(List<LockedBundle> all, List<Described> described, Fit fit) {
    Set<LockedBundle> known = described.stream().map(lines::line).collect(Collectors.toSet());
    Set<String> brought = names.read();
    if (brought.isEmpty() || !all.stream().filter(current::contains).allMatch(known::contains)) {
      return all;
    }
    List<Described> asked =
        described.stream().filter(each -> !came(lines.line(each), brought)).toList();
    Set<LockedBundle> needed =
        fit.reach(asked).stream().map(lines::line).collect(Collectors.toSet());
    return all.stream().filter(line -> !came(line, brought) || needed.contains(line)).toList();
  }

  private boolean came(LockedBundle line, Set<String> brought) {
    return current.contains(line) && brought.contains(line.name().symbolicName());
  }
}
