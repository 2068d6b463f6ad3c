package axial.audit.shortcut;

import axial.data.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a tree into sentences, one for each end. */
final class RuleWords {

  private final Labels labels;
  private final List<String> sentences = new ArrayList<>();

  private RuleWords(Labels labels) {
    this.labels = labels;
  }

  static List<String> of(DecisionTree tree, Labels labels) {
    RuleWords words = new RuleWords(labels);
    words.walk(tree, List.of());
    return words.sentences;
  }

  private void walk(DecisionTree tree, List<String> conditions) {
    if (tree instanceof DecisionTree.Fork fork) {
      walk(fork.yes(), with(conditions, fork.question().words(true)));
      walk(fork.no(), with(conditions, fork.question().words(false)));
    } else if (tree instanceof DecisionTree.Leaf leaf) {
      String condition =
          conditions.isEmpty() ? "Any image" : "If " + String.join(" and ", conditions);
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s: %s, right for %d of %d images (%.1f %%).",
              condition,
              labels.name(leaf.label()),
              leaf.right(),
              leaf.all(),
              100.0 * leaf.right() / leaf.all()));
    }
  }

  private static List<String> with(List<String> conditions, String more) {
    List<String> all = new ArrayList<>(conditions);
    all.add(more);
    return all;
  }
}
