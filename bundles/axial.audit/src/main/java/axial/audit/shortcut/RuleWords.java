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
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s means %s: right for %.0f %% of %d.",
              conditions.isEmpty() ? "Any image" : capital(String.join(" and ", conditions)),
              labels.name(leaf.label()),
              100.0 * leaf.right() / leaf.all(),
              leaf.all()));
    }
  }

  private static List<String> with(List<String> conditions, String more) {
    List<String> all = new ArrayList<>(conditions);
    all.add(more);
    return all;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
