package axial.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import axial.chart.MatrixCells;
import axial.chart.MatrixComponent;
import axial.chart.ThemedChartPanel;
import axial.view.Part;
import axial.view.View;
import axial.view.figure.Figure;
import axial.view.testing.FigureRules;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

class RunViewsTest {

  private static String text(Part part, String name) {
    return Shown.find(part.component(), name, JTextComponent.class).getText();
  }

  private static String label(Part part, String name) {
    return Shown.find(part.component(), name, JLabel.class).getText();
  }

  @Test
  void theThresholdIsTriedOnTheValidationPartAndBeginsWhereItIsFrozen() throws Exception {
    Part part = new Shown(SampleRun.two("one")).open("evaluation.threshold");
    assertThat(label(part, "evaluation.threshold.value")).isEqualTo("0.350 on the validation part");
    assertThat(label(part, "evaluation.threshold.recall"))
        .isEqualTo("0.956 (0.852 to 0.988)  \u2022  43 of 45");
    assertThat(text(part, "evaluation.threshold.advice")).startsWith("Choose a threshold here");
    TestDesk.edt(
        () -> {
          Shown.find(part.component(), "evaluation.threshold.slider", JSlider.class).setValue(999);
          return "";
        });
    assertThat(label(part, "evaluation.threshold.recall")).endsWith("0 of 45");
    assertThat(label(part, "evaluation.threshold.specificity")).endsWith("45 of 45");
    assertThat(label(part, "evaluation.threshold.precision")).isEqualTo("none is called");
  }

  @Test
  void onTheTestPartTheViewWarnsOfChoosing() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = shown.open("evaluation.threshold");
    TestDesk.edt(
        () -> {
          Shown.find(part.component(), "evaluation.threshold.test", JRadioButton.class).doClick(0);
          return "";
        });
    assertThat(text(part, "evaluation.threshold.advice")).contains("makes its figures too good");
    Figure roc = shown.desk.figures.get("roc-curve");
    TestDesk.edt(
        () -> {
          assertThat(roc.caption())
              .isEqualTo(
                  "ROC curve of tumour against the rest on the test part, 120 images. Run one.");
          assertThat(roc.data().get(0))
              .containsExactly("curve", "1 \u2212 specificity", "recall of tumour");
          assertThat(roc.data()).anyMatch(row -> row.get(0).equals("frozen at 0.350"));
          assertThat(roc.methods()).contains("At a threshold of 0.350 the recall is 0.933");
          return "";
        });
  }

  @Test
  void ofFourClassesEachCanBeSeenAgainstTheRest() throws Exception {
    Part part = new Shown(SampleRun.two("one").of(SampleRun.FOUR)).open("evaluation.threshold");
    JComboBox<?> classes =
        Shown.find(part.component(), "evaluation.threshold.class", JComboBox.class);
    assertThat(classes.isVisible()).isTrue();
    assertThat(classes.getItemCount()).isEqualTo(4);
    assertThat(classes.getSelectedItem()).as("the positive one").isEqualTo("glioma");
    TestDesk.edt(
        () -> {
          classes.setSelectedItem("pituitary");
          return "";
        });
    assertThat(label(part, "evaluation.threshold.recall")).endsWith("of 22");
  }

  @Test
  void calibrationShowsErrorAndTemperature() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = shown.open("evaluation.calibration");
    double error = shown.run.evaluations().get(0).figures().get("expected_calibration_error");
    assertThat(label(part, "evaluation.calibration.expected_calibration_error"))
        .isEqualTo(String.format(java.util.Locale.ROOT, "%.3f", error));
    assertThat(text(part, "evaluation.calibration.words")).contains("Temperature 0.9");
    TestDesk.edt(
        () -> {
          assertThat(shown.desk.figures.get("reliability").data())
              .anyMatch(row -> row.get(0).startsWith("at temperature"));
          return "";
        });
  }

  @Test
  void resultsStandByEachAttribute() throws Exception {
    Part part = new Shown(SampleRun.two("one")).open("evaluation.attributes");
    JComboBox<?> attribute =
        Shown.find(part.component(), "evaluation.attributes.attribute", JComboBox.class);
    JTable table = Shown.find(part.component(), "evaluation.attributes.table", JTable.class);
    assertThat(attribute.getItemCount()).isEqualTo(2);
    assertThat(table.getRowCount()).as("planes").isEqualTo(3);
    TestDesk.edt(
        () -> {
          attribute.setSelectedItem("weighting");
          return "";
        });
    assertThat(table.getRowCount()).isEqualTo(2);
    assertThat(table.getValueAt(0, 0)).isEqualTo("T2");
  }

  @Test
  void theReportBeginsWithTheStampAndHasFiguresAndCertificate() throws Exception {
    Part part = new Shown(SampleRun.two("one").leaking()).open("evaluation.report");
    assertThat(text(part, "evaluation.report.text"))
        .startsWith("LEAKY: ")
        .contains(
            "precision    recall  f1-score",
            "balanced_accuracy",
            "0.875 (0.801 to 0.919)",
            "Leak certificate: The parts share 1 image content",
            "Research software, not a medical device.")
        .doesNotContain("balanced_accuracy_low");
  }

  @Test
  void theReportIsCopied() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    String[] clipboard = {""};
    TestDesk.edt(
        () -> {
          ReportContent content = new ReportContent(shown.desk, copied -> clipboard[0] = copied);
          content.show(shown.run, content.prepare(shown.run).orElseThrow());
          shown.desk.commands.get("evaluation.copy-report").action().run();
          return "";
        });
    assertThat(clipboard[0]).startsWith("Run one, compact on phantom");
    assertThat(shown.desk.notes).containsExactly("The report is on the clipboard.");
  }

  @Test
  void twoRunsAreComparedWithTestsAndTheDifferenceOfTheirMatrices() throws Exception {
    SampleRun better = new SampleRun("two", SampleRun.TWO, 4, true, true);
    Shown shown = new Shown(SampleRun.two("one"), better);
    CompareView view = (CompareView) shown.view("evaluation.compare");
    Part part =
        TestDesk.edt(
            () -> {
              Part made = view.open(shown.desk);
              made.shown();
              return made;
            });
    shown.desk.settle();
    TestDesk.edt(
        () -> {
          view.compare(List.of(shown.run.folder(), better.folder()));
          return "";
        });
    shown.desk.settle();
    JTable table = Shown.find(part.component(), "evaluation.compare.table", JTable.class);
    assertThat(table.getValueAt(0, 0)).isEqualTo("balanced accuracy");
    assertThat(table.getValueAt(0, 1)).isEqualTo("0.875 (0.801 to 0.919)");
    assertThat(table.getValueAt(0, 3).toString()).startsWith("0.1");
    assertThat(text(part, "evaluation.compare.words"))
        .contains("120 same images", "McNemar: only 1 is right on", "DeLong", "2 is LEAKY");
    MatrixComponent matrix =
        Shown.find(part.component(), "evaluation.compare.matrix", MatrixComponent.class);
    MatrixCells cells = matrix.cells().orElseThrow();
    assertThat(cells.cell(0, 0).main()).startsWith("+");
    assertThat(cells.cell(0, 1).main()).startsWith("\u2212");
    assertThat(cells.cell(0, 1).shade()).isNegative();
    TestDesk.edt(
        () -> {
          assertThat(shown.desk.figures.get("difference-matrix").methods())
              .contains("compared with run two", "McNemar");
          Picture.of(part.component(), 800, 600);
          part.close();
          return "";
        });
    assertThat(shown.desk.problems).isEmpty();
  }

  @Test
  void eachDrawingIsOfferedAsAFigureThatNamesItsRun() throws Exception {
    Shown shown = new Shown(SampleRun.two("first"), SampleRun.two("second").skilled(1.2));
    for (View view : shown.views()) {
      Part part = shown.open(view.id());
      TestDesk.edt(
          () -> {
            FigureRules.checkAllOffered(
                shown.desk, part.component(), ThemedChartPanel.class, MatrixComponent.class);
            return "";
          });
      if (view.id().equals("evaluation.compare")) {
        TestDesk.edt(
            () -> {
              Shown.find(part.component(), "evaluation.compare.other", JComboBox.class)
                  .setSelectedIndex(0);
              return "";
            });
        shown.desk.settle();
      }
    }
    assertThat(shown.desk.figures.keySet())
        .containsExactlyInAnyOrder(
            "confusion-matrix",
            "roc-curve",
            "precision-recall-curve",
            "reliability",
            "results-by-attribute",
            "difference-matrix");
    TestDesk.edt(
        () -> {
          shown.desk.figures.values().forEach(figure -> FigureRules.check(figure, "first"));
          return "";
        });
  }
}
