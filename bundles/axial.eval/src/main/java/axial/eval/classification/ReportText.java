package axial.eval.classification;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The text of scikit-learn 1.2's {@code classification_report} with two digits. Every rate is
 * computed in its order of operations: another order may end on the other side of a half. Supports
 * stay whole numbers when not one answer was right; scikit-learn then prints "11.0".
 */
final class ReportText {

  private static final String AVERAGE = "weighted avg";

  private final ConfusionMatrix matrix;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  private ReportText(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.width =
        matrix.labels().names().stream()
            .mapToInt(ReportText::length)
            .reduce(AVERAGE.length(), Math::max);
  }

  static String of(ConfusionMatrix matrix) {
    return new ReportText(matrix).write();
  }

  private String write() {
    Labels labels = matrix.labels();
    int total = matrix.total();
    row("", "precision", "recall", "f1-score", "support");
    text.append('\n');
    for (int c = 0; c < labels.count(); c++) {
      rates(labels.name(c), matrix.precision(c), matrix.recall(c), f1(c), matrix.support(c));
    }
    text.append('\n');
    double accuracy = matrix.accuracy();
    row("accuracy", "", "", digits(f1(accuracy, accuracy)), Integer.toString(total));
    rates("macro avg", mean(matrix::precision), mean(matrix::recall), mean(this::f1), total);
    rates(
        AVERAGE, weighted(matrix::precision), weighted(matrix::recall), weighted(this::f1), total);
    return text.toString();
  }

  private void rates(String name, double precision, double recall, double f1, int support) {
    row(name, digits(precision), digits(recall), digits(f1), Integer.toString(support));
  }

  private void row(String name, String... cells) {
    text.append(" ".repeat(width - length(name))).append(name).append(' ');
    for (String cell : cells) {
      text.append(" ".repeat(Math.max(1, 10 - cell.length()))).append(cell);
    }
    text.append('\n');
  }

  /** Python counts code points. */
  private static int length(String name) {
    return name.codePointCount(0, name.length());
  }

  private double f1(int label) {
    return f1(matrix.precision(label), matrix.recall(label));
  }

  private static double f1(double precision, double recall) {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }

  private double mean(IntToDoubleFunction rate) {
    double[] rates = IntStream.range(0, matrix.labels().count()).mapToDouble(rate).toArray();
    return sum(rates) / rates.length;
  }

  private double weighted(IntToDoubleFunction rate) {
    double[] products =
        IntStream.range(0, matrix.labels().count())
            .mapToDouble(c -> rate.applyAsDouble(c) * matrix.support(c))
            .toArray();
    return sum(products) / matrix.total();
  }

  /** NumPy's pairwise sum: eight running sums up to 128 numbers, halves above. */
  private static double sum(double[] values) {
    int n = values.length;
    if (n > 128) {
      int half = n / 2 - n / 2 % 8;
      return sum(Arrays.copyOf(values, half)) + sum(Arrays.copyOfRange(values, half, n));
    }
    double sum = 0;
    int blocked = n - n % 8;
    if (blocked > 0) {
      double[] r = Arrays.copyOf(values, 8);
      for (int i = 8; i < blocked; i++) {
        r[i % 8] += values[i];
      }
      sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    }
    for (int i = blocked; i < n; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Python rounds the exact binary value, a tie to the even digit; Java's formatter does not. */
  private static String digits(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
