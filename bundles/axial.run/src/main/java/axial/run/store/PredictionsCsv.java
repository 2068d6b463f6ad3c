package axial.run.store;

import axial.data.Labels;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Problem;
import axial.job.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code predictions.csv} after RFC 4180: id, source, truth, predicted, then a probability for each
 * class, named {@code p:<class>}.
 */
final class PredictionsCsv {

  private static final int FIXED = 4;

  private PredictionsCsv() {}

  static String text(Predictions predictions) {
    Labels labels = predictions.labels();
    StringBuilder text = new StringBuilder("id,source,truth,predicted");
    labels.names().forEach(name -> text.append(',').append(cell("p:" + name)));
    text.append("\r\n");
    for (Prediction p : predictions.list()) {
      text.append(cell(p.id())).append(',').append(cell(p.source()));
      text.append(',').append(cell(labels.name(p.truth())));
      text.append(',').append(cell(labels.name(predictions.decided(p))));
      for (double probability : p.probabilities()) {
        text.append(',').append(probability);
      }
      text.append("\r\n");
    }
    return text.toString();
  }

  static Predictions read(Path file, String text, Labels labels) {
    List<List<String>> rows = rows(text);
    List<Prediction> list = new ArrayList<>();
    try {
      for (List<String> row : rows.subList(1, rows.size())) {
        double[] probabilities =
            row.subList(FIXED, row.size()).stream().mapToDouble(Double::parseDouble).toArray();
        int truth = labels.names().indexOf(row.get(2));
        if (truth < 0) {
          throw new IllegalArgumentException("unknown class " + row.get(2));
        }
        list.add(new Prediction(row.get(0), row.get(1), truth, probabilities));
      }
      return new Predictions(labels, list);
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The file " + file + " is damaged: a row does not fit the classes of the run.",
              "Evaluate the run again."),
          broken);
    }
  }

  /** A value as a cell, in quotes where it needs them. */
  static String cell(String value) {
    return value.matches("(?s).*[,\"\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }
}
