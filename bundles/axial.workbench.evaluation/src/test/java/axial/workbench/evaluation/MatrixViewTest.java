package axial.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import axial.chart.MatrixCells;
import axial.chart.MatrixComponent;
import axial.data.Split;
import axial.eval.ConfusionMatrix;
import axial.view.Part;
import axial.view.figure.Figure;
import axial.view.run.CellPictures;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import java.awt.Color;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class MatrixViewTest {

  private static final String NAME = "evaluation.matrix";

  private static MatrixComponent matrix(Part part) {
    return Shown.find(part.component(), NAME + ".cells", MatrixComponent.class);
  }

  private static void press(JComponent on, String key) throws Exception {
    TestDesk.edt(
        () -> {
          Object name = on.getInputMap().get(KeyStroke.getKeyStroke(key));
          on.getActionMap().get(name).actionPerformed(new ActionEvent(on, 0, key));
          return "";
        });
  }

  @Test
  void countsSharesAndIntervalsStandInTheCells() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = shown.open(NAME);
    ConfusionMatrix counted = shown.run.predictions().orElseThrow().confusion();
    MatrixCells cells = matrix(part).cells().orElseThrow();
    assertThat(cells.cell(1, 0).main()).isEqualTo(Integer.toString(counted.count(1, 0)));
    assertThat(cells.cell(1, 0).below()).isEqualTo("6.7 %");
    assertThat(cells.cell(1, 0).words())
        .isEqualTo(
            "4 images of tumour called no tumour: 6.7 % of the class, 95 % interval 2.6 to 15.9 %.");
    assertThat(cells.rowNotes()).containsExactly("60 images", "60 images");
    assertThat(Shown.find(part.component(), NAME + ".summary", JLabel.class).getText())
        .isEqualTo("Balanced accuracy 0.875 (0.801 to 0.919) on 120 images");
  }

  @Test
  void arrowsMoveBetweenCellsAndEnterChoosesOne() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    MatrixComponent matrix = matrix(shown.open(NAME));
    press(matrix, "DOWN");
    assertThat(matrix.marked()).isEqualTo(new Point(0, 1));
    assertThat(matrix.getAccessibleContext().getAccessibleDescription())
        .startsWith("4 images of tumour called no tumour");
    assertThat(shown.selection.of(shown.run.folder())).isEmpty();
    press(matrix, "ENTER");
    assertThat(shown.selection.of(shown.run.folder()))
        .contains(new CellPictures.Cell(shown.run.folder(), 0, Split.Part.TEST, 1, 0));
    press(matrix, "UP");
    press(matrix, "UP");
    assertThat(matrix.marked()).as("around the edge").isEqualTo(new Point(0, 1));
  }

  @Test
  void aClickChoosesTheCellUnderIt() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = shown.open(NAME);
    MatrixComponent matrix = matrix(part);
    TestDesk.edt(
        () -> {
          Picture.of(part.component(), 800, 600);
          int x = matrix.getWidth() * 3 / 5;
          int y = matrix.getHeight() / 3;
          matrix.dispatchEvent(
              new MouseEvent(
                  matrix, MouseEvent.MOUSE_PRESSED, 1, 0, x, y, 1, false, MouseEvent.BUTTON1));
          assertThat(
                  matrix.getToolTipText(
                      new MouseEvent(matrix, MouseEvent.MOUSE_MOVED, 1, 0, x, y, 0, false)))
              .startsWith("11 images of no tumour called tumour");
          return "";
        });
    assertThat(shown.selection.of(shown.run.folder()))
        .contains(new CellPictures.Cell(shown.run.folder(), 0, Split.Part.TEST, 0, 1));
  }

  @Test
  void theValidationPartCanBeLookedAt() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = shown.open(NAME);
    TestDesk.edt(
        () -> {
          Shown.find(part.component(), NAME + ".validation", JRadioButton.class).doClick(0);
          return "";
        });
    assertThat(Shown.find(part.component(), NAME + ".summary", JLabel.class).getText())
        .endsWith("on 90 images");
  }

  @Test
  void theFigureHasDataCaptionAndMethods() throws Exception {
    Shown shown = new Shown(SampleRun.two("one").leaking());
    shown.open(NAME);
    Figure figure = shown.desk.figures.get("confusion-matrix");
    TestDesk.edt(
        () -> {
          assertThat(figure.caption()).contains("test part, 120 images", "Run one.", "LEAKY");
          assertThat(figure.data()).hasSize(5);
          assertThat(figure.data().get(0))
              .containsExactly("true_class", "called", "images", "share", "low", "high");
          assertThat(figure.methods())
              .contains("learned from 240 images", "Wilson, 1927", "Axial run one.", "LEAKY");
          var image = new java.awt.image.BufferedImage(400, 340, 1);
          figure.paint(image.createGraphics(), figure.size());
          assertThat(new Color(image.getRGB(2, 2))).isEqualTo(Color.WHITE);
          return "";
        });
  }

  @Test
  void aRunThatLeaksShowsItsStampAndACleanOneDoesNot() throws Exception {
    Part leaky = new Shown(SampleRun.two("one").leaking()).open(NAME);
    assertThat(Shown.search(leaky.component(), NAME + ".stamp").orElseThrow().isVisible()).isTrue();
    Part clean = new Shown(SampleRun.two("one")).open(NAME);
    assertThat(Shown.search(clean.component(), NAME + ".stamp").orElseThrow().isVisible())
        .isFalse();
  }

  @Test
  void withoutARunAllViewsOfferToChooseOne() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    TestDesk.edt(
        () -> {
          shown.desk.run().set(Optional.empty());
          return "";
        });
    for (var view : shown.views()) {
      Part part = shown.open(view.id());
      TestDesk.edt(
          () -> {
            ((javax.swing.JButton) Shown.search(part.component(), "next-step").orElseThrow())
                .doClick(0);
            return "";
          });
    }
    assertThat(shown.desk.revealed).hasSize(7).containsOnly("runs.table");
  }

  @Test
  void aRunThatIsNotEvaluatedIsShownAsSoonAsItIs() throws Exception {
    Shown shown = new Shown(SampleRun.two("one").unfinished());
    Part part = shown.open(NAME);
    assertThat(Shown.search(part.component(), NAME + ".cells")).isEmpty();
    shown.kept.records.put(shown.run.folder(), SampleRun.two("one").record());
    shown.runs.on(new axial.run.RunEvent.Ended("one", shown.run.folder()));
    TestDesk.await(
        "the matrix is shown", () -> Shown.search(part.component(), NAME + ".cells").isPresent());
  }

  @Test
  void theRunIsReadOnceForAllViews() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    for (String id : List.of(NAME, "evaluation.threshold", "evaluation.report")) {
      shown.open(id);
    }
    assertThat(shown.kept.opened).isEqualTo(1);
  }
}
