package axial.data.curation;

import axial.data.Curation;
import axial.data.Curation.Action;
import axial.data.Curation.Edit;
import axial.data.Dataset;
import axial.data.Distinction;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A data set with a curation applied to it: one use for one data set. */
final class CuratedData {

  private final Dataset dataset;
  private final Map<String, List<Sample>> byContent = new HashMap<>();

  /** By source; an image that several edits of one action are about has the last. */
  private final Map<Action, Map<String, Edit>> edits = new EnumMap<>(Action.class);

  private final Set<Distinction> distinct;

  private int unused;

  private CuratedData(Dataset dataset, Curation curation) {
    this.dataset = dataset;
    dataset
        .samples()
        .forEach(s -> byContent.computeIfAbsent(s.id(), id -> new ArrayList<>()).add(s));
    for (Action action : Action.values()) {
      edits.put(action, new LinkedHashMap<>());
    }
    curation.edits().forEach(this::place);
    distinct = curation.distinctions();
    distinct.removeIf(d -> !byContent.containsKey(d.first()) || !byContent.containsKey(d.second()));
    distinct.addAll(dataset.distinct());
  }

  /**
   * Applies a curation.
   *
   * @param whence what the note says of where the edits are, such as {@code " (SHA-256 ab12)"}; may
   *     be empty
   */
  static Dataset of(Dataset dataset, Curation curation, String whence) {
    return curation.edits().isEmpty() ? dataset : new CuratedData(dataset, curation).result(whence);
  }

  private void place(Edit edit) {
    List<Sample> samples = byContent.getOrDefault(edit.id(), List.of());
    Optional<Sample> meant =
        samples.stream().filter(s -> s.source().equals(edit.source())).findFirst();
    unused += samples.isEmpty() ? 1 : 0;
    meant.map(List::of).orElse(samples).forEach(s -> of(edit.action()).put(s.source(), edit));
  }

  private Map<String, Edit> of(Action action) {
    return edits.getOrDefault(action, Map.of());
  }

  private Dataset result(String whence) {
    List<Sample> left = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>(dataset.leftOut());
    int relabelled = 0;
    for (Sample sample : dataset.samples()) {
      Edit excluded = of(Action.EXCLUDE).get(sample.source());
      if (excluded != null) {
        leftOut.add(new LeftOut(sample.source(), reason(excluded)));
      } else {
        Sample curated = labelled(sample);
        relabelled += curated.label() == sample.label() ? 0 : 1;
        left.add(curated);
      }
    }
    if (left.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The edits exclude all %d images.".formatted(dataset.samples().size()),
          "Take some of them back.");
    }
    leftOut.sort(Comparator.comparing(LeftOut::source));
    Set<String> kept = new HashSet<>(dataset.kept());
    kept.addAll(of(Action.KEEP).keySet());
    kept.removeAll(of(Action.EXCLUDE).keySet());
    List<String> notes = new ArrayList<>(dataset.notes());
    notes.add(note(dataset.samples().size() - left.size(), relabelled, kept.size(), whence));
    return new Dataset(
        dataset.name(),
        dataset.address(),
        dataset.labels(),
        left,
        leftOut,
        notes,
        dataset.pixels(),
        kept,
        distinct);
  }

  private static String reason(Edit edit) {
    return edit.reason().isBlank()
        ? "It was excluded by hand."
        : "It was excluded by hand: " + edit.reason().strip();
  }

  private Sample labelled(Sample sample) {
    Edit edit = of(Action.RELABEL).get(sample.source());
    if (edit == null) {
      return sample;
    }
    int label = dataset.labels().names().indexOf(edit.label());
    if (label < 0) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The edits give the image %s the class \"%s\", which this data does not have."
              .formatted(sample.source(), edit.label()),
          "Its classes are %s.".formatted(String.join(", ", dataset.labels().names())));
    }
    return new Sample(sample.id(), sample.source(), label, sample.group(), sample.attributes());
  }

  private String note(int excluded, int relabelled, int kept, String whence) {
    return "Edited by hand%s: %s excluded, %d given another class, %d chosen to stay of duplicates%s%s."
        .formatted(
            whence,
            images(excluded),
            relabelled,
            kept,
            distinct.isEmpty()
                ? ""
                : ", %d %s of look-alikes told apart"
                    .formatted(distinct.size(), distinct.size() == 1 ? "pair" : "pairs"),
            unused == 0
                ? ""
                : "; %d %s no image here"
                    .formatted(unused, unused == 1 ? "edit is of" : "edits are of"));
  }

  private static String images(int count) {
    return count + (count == 1 ? " image" : " images");
  }
}
