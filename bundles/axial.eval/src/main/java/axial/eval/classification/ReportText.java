package axial.eval.classification;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** The text of scikit-learn 1.2's {@code classification_report} with two digits. */
final class ReportText {

  private static final String AVERAGE = "weighted avg";

  private ReportText() {}

  static String of(ConfusionMatrix matrix) {
    Labels labels = matrix.labels();
    int width = AVERAGE.length();
    for (String name : labels.names()) {
      width = Math.max(width, name.length());
    }
    StringBuilder text = new StringBuilder();
    text.append(" ".repeat(width + 1));
    for (String head : new String[] {"precision", "recall", "f1-score", "support"}) {
      text.append(String.format(" %9s", head));
    }
    text.append("\n\n");
    double[] macro = new double[3];
    double[] weighted = new double[3];
    for (int c = 0; c < labels.count(); c++) {
      double[] rates = {matrix.precision(c), matrix.recall(c), matrix.f1(c)};
      row(text, width, labels.name(c), rates, matrix.support(c));
      for (int i = 0; i < rates.length; i++) {
        macro[i] += rates[i] / labels.count();
        weighted[i] += rates[i] * matrix.support(c) / matrix.total();
      }
    }
    text.append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "%" + width + "s  %9s %9s %9s %9d%n",
            "accuracy",
            "",
            "",
            twoDigits(matrix.accuracy()),
            matrix.total()));
    row(text, width, "macro avg", macro, matrix.total());
    row(text, width, AVERAGE, weighted, matrix.total());
    return text.toString().replace("\r\n", "\n");
  }

  private static void row(StringBuilder text, int width, String name, double[] rates, int support) {
    text.append(
        String.format(
            Locale.ROOT,
            "%" + width + "s  %9s %9s %9s %9d%n",
            name,
            twoDigits(rates[0]),
            twoDigits(rates[1]),
            twoDigits(rates[2]),
            support));
  }

  /** Python rounds the exact binary value, a tie to the even digit; Java's formatter does not. */
  private static String twoDigits(double value) {
    return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
