package axial.audit.shortcut;

import java.util.Locale;

/** One property of all samples, in their order. Nobody writes to the arrays. */
sealed interface Column {

  /** What it is called in a sentence. */
  String name();

  /** A property with a few values, such as a file type. */
  record Words(String name, String[] values) implements Column {}

  /**
   * A property that is a number.
   *
   * @param pattern how to write one, such as {@code "%.0f pixels"}
   */
  record Numbers(String name, double[] values, String pattern) implements Column {}

  /** A question about a sample. */
  sealed interface Question {

    boolean yes(int sample);

    /** The question as a statement, or its opposite. */
    String words(boolean yes);
  }

  /** Whether a property has one value. */
  record Is(Words column, String value) implements Question {
    @Override
    public boolean yes(int sample) {
      return column.values()[sample].equals(value);
    }

    @Override
    public String words(boolean yes) {
      return column.name() + (yes ? " is " : " is not ") + value;
    }
  }

  /** Whether a number is at most so large. */
  record AtMost(Numbers column, double limit) implements Question {
    @Override
    public boolean yes(int sample) {
      return column.values()[sample] <= limit;
    }

    @Override
    public String words(boolean yes) {
      return column.name()
          + (yes ? " is at most " : " is above ")
          + String.format(Locale.ROOT, column.pattern(), limit);
    }
  }
}
