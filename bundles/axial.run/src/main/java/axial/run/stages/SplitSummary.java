package axial.run.stages;

import axial.data.Labels;
import axial.data.Shares;
import axial.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one line how samples were shared out, beside what was wanted. */
final class SplitSummary {

  private SplitSummary() {}

  static String of(Split split, Labels labels, Optional<Shares> wanted) {
    List<String> classes = new ArrayList<>();
    for (int label = 0; label < labels.count(); label++) {
      String counts = counts(split, label, labels.count());
      String name = labels.name(label);
      split
          .shares(label)
          .ifPresent(shares -> classes.add("%s %s (%s %%)".formatted(name, counts, shares)));
    }
    return "%d to train, %d to validate, %d to test; %s%s"
        .formatted(
            split.train().size(),
            split.validation().size(),
            split.test().size(),
            String.join(", ", classes),
            wanted.map(shares -> "; wanted " + shares + " %").orElse(""));
  }

  private static String counts(Split split, int label, int classes) {
    return Stream.of(Split.Part.values())
        .map(part -> Integer.toString(split.countsByClass(part, classes)[label]))
        .collect(Collectors.joining("/"));
  }
}
