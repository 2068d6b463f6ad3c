package axial.audit.shortcut;

/** Questions about a sample that end in a class. */
sealed interface DecisionTree {

  /** The label that it gives a sample. */
  int answer(int sample);

  /** An end: samples that get here are of that class. */
  record Leaf(int label, int right, int all) implements DecisionTree {
    @Override
    public int answer(int sample) {
      return label;
    }
  }

  /** A question and what follows each answer. */
  record Fork(Column.Question question, DecisionTree yes, DecisionTree no) implements DecisionTree {
    @Override
    public int answer(int sample) {
      return (question.yes(sample) ? yes : no).answer(sample);
    }
  }
}
