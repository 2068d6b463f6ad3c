package axial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import axial.eval.Evaluation;
import axial.eval.EvaluationTable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {

  private static String print(Evaluation evaluation) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    EvaluationText.print(new Terminal(printer, printer, false, false), evaluation);
    return out.toString();
  }

  private static EvaluationTable table(String id) {
    return new EvaluationTable(
        id, "Title of " + id, List.of("plane", "n"), List.of(List.of("axial", "3")));
  }

  @Test
  void showsTheFirstFiguresWithTheirIntervalsAndTablesByAttribute() {
    String text =
        print(
            new Evaluation(
                "classification",
                "a report",
                Map.of("recall", 0.5, "recall_low", 0.25, "recall_high", 0.75, "brier", 0.1),
                List.of(table("by_plane"), table("reliability")),
                List.of(),
                List.of("Believe nothing.")));
    assertThat(text)
        .contains("recall  0.500  0.250 to 0.750", "a report", "Title of by_plane")
        .contains("axial  3", "Believe nothing.")
        .doesNotContain("brier", "Title of reliability");
  }

  @Test
  void manyTablesAreCounted() {
    List<EvaluationTable> many = IntStream.range(0, 9).mapToObj(i -> table("by_" + i)).toList();
    assertThat(print(new Evaluation("e", "", Map.of(), many, List.of(), List.of())))
        .contains("Title of by_5", "The report has 3 more such tables.")
        .doesNotContain("Title of by_6");
  }

  @Test
  void anEvaluatorThatSaysNothingPrintsNothing() {
    assertThat(print(new Evaluation("e", "", Map.of()))).isEmpty();
  }
}
