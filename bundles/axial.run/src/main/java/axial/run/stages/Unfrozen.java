package axial.run.stages;

import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.HoldOut;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A data set without what is frozen in hold-outs, and without what is a duplicate of a frozen image
 * or shares its group. What was set aside stands among what was left out.
 *
 * @param dataset what may be learned from
 * @param duplicates the groups of duplicates that are left
 * @param note what was set aside, as one sentence; empty when nothing was
 */
record Unfrozen(Dataset dataset, List<DuplicateGroup> duplicates, String note) {

  static Unfrozen of(Dataset dataset, List<DuplicateGroup> duplicates, List<HoldOut> holdOuts) {
    Map<String, String> holdOutById = new HashMap<>();
    holdOuts.forEach(h -> h.ids().forEach(id -> holdOutById.put(id, h.name())));
    Set<Sample> aside = withKin(dataset, duplicates, holdOutById.keySet());
    if (aside.isEmpty()) {
      return new Unfrozen(dataset, duplicates, "");
    }
    List<Sample> free = new ArrayList<>(dataset.samples());
    free.removeAll(aside);
    List<LeftOut> leftOut = new ArrayList<>(dataset.leftOut());
    Map<String, Integer> frozen = new TreeMap<>();
    for (Sample sample : aside) {
      String holdOut = holdOutById.get(sample.id());
      if (holdOut != null) {
        frozen.merge(holdOut, 1, Integer::sum);
      }
      leftOut.add(
          new LeftOut(
              sample.source(),
              holdOut != null
                  ? "It is frozen in the hold-out " + holdOut + "."
                  : "It is a duplicate of a frozen image or shares its group."));
    }
    if (free.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "All images are frozen in hold-outs or belong to such images: "
              + String.join(", ", frozen.keySet())
              + ".",
          "Give other data.");
    }
    String note = note(frozen, aside.size());
    List<String> notes = new ArrayList<>(dataset.notes());
    notes.add(note);
    return new Unfrozen(
        new Dataset(
            dataset.name(),
            dataset.address(),
            dataset.labels(),
            free,
            leftOut,
            notes,
            dataset.pixels(),
            dataset.kept(),
            dataset.distinct()),
        duplicates.stream().filter(g -> !aside.contains(g.samples().get(0))).toList(),
        note);
  }

  /** The note after what was said before it, without the full stop, which a summary gets. */
  String inWords() {
    return note.isEmpty() ? "" : ". " + note.substring(0, note.length() - 1);
  }

  /** What is frozen, what shares a group or a group of duplicates with it, and so on. */
  private static Set<Sample> withKin(
      Dataset dataset, List<DuplicateGroup> duplicates, Set<String> frozen) {
    Set<Sample> aside = new LinkedHashSet<>();
    dataset.samples().stream().filter(s -> frozen.contains(s.id())).forEach(aside::add);
    int before = 0;
    while (aside.size() > before) {
      before = aside.size();
      Set<String> groups = aside.stream().map(Sample::group).collect(Collectors.toSet());
      dataset.samples().stream().filter(s -> groups.contains(s.group())).forEach(aside::add);
      for (DuplicateGroup group : duplicates) {
        if (group.samples().stream().anyMatch(aside::contains)) {
          aside.addAll(group.samples());
        }
      }
    }
    return aside;
  }

  private static String note(Map<String, Integer> frozen, int aside) {
    int kin = aside - frozen.values().stream().mapToInt(Integer::intValue).sum();
    List<String> parts = new ArrayList<>();
    frozen.forEach((name, count) -> parts.add(count + " frozen in the hold-out " + name));
    if (kin > 0) {
      parts.add(kin + " that are their duplicates or in their groups");
    }
    return "Set aside before the split: " + String.join(", ", parts) + ".";
  }
}
