package axial.workbench.training;

import axial.chart.ChartTheme;
import axial.eval.ConfusionMatrix;
import axial.view.figure.Figure;
import axial.view.run.Training;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The matrix that is shown, on paper. */
record MatrixFigure(
    FollowedTraining followed, Supplier<Optional<ConfusionMatrix>> matrix, IntSupplier epoch)
    implements Figure {

  private static final int SIDE = 320;

  @Override
  public String name() {
    return "validation-matrix-epoch-" + epoch.getAsInt();
  }

  @Override
  public String caption() {
    return "Confusion matrix of the validation part after epoch %d of %s."
        .formatted(
            epoch.getAsInt(),
            followed
                .get()
                .map(t -> t.run().map(run -> "run " + run.getFileName()).orElse(t.title()))
                .orElse("no training"));
  }

  @Override
  public Dimension size() {
    return new Dimension(SIDE, SIDE);
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size.width, size.height);
    matrix
        .get()
        .ifPresent(
            known ->
                MatrixDrawing.paint(graphics, known, ChartTheme.paper(), size.width, size.height));
  }

  @Override
  public List<List<String>> data() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("is", "called", "count"));
    matrix
        .get()
        .ifPresent(
            known -> {
              for (int truth = 0; truth < known.labels().count(); truth++) {
                for (int call = 0; call < known.labels().count(); call++) {
                  rows.add(
                      List.of(
                          known.labels().name(truth),
                          known.labels().name(call),
                          Integer.toString(known.count(truth, call))));
                }
              }
            });
    return rows;
  }

  @Override
  public String methods() {
    return CurvesText.methods(followed.get().filter(t -> Training.State.QUEUED != t.state()));
  }
}
