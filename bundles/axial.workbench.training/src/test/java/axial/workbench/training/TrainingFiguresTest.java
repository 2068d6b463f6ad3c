package axial.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import axial.chart.MatrixComponent;
import axial.chart.ThemedChartPanel;
import axial.view.Part;
import axial.view.View;
import axial.view.testing.FigureRules;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingFiguresTest {

  @Test
  void eachDrawingIsOfferedAsAFigureThatNamesItsRun() throws Exception {
    TestTrainings queue = new TestTrainings();
    TestDesk desk = new TestDesk(Path.of("."), queue, Map.of());
    FollowedTraining followed = new FollowedTraining();
    TestDesk.edt(
        () -> {
          queue.put(
              new MadeUp("compact", 60, "cosine").splitDone(Path.of("runs", "one")).train(60 * 5));
          return 0;
        });
    for (View view :
        List.of(
            new CurvesView(followed, NoRuns.with(Map.of())),
            new MatrixView(followed, NoRuns.with(Map.of())))) {
      TestDesk.edt(
          () -> {
            Part part = view.open(desk);
            part.shown();
            FigureRules.checkAllOffered(
                desk, part.component(), ThemedChartPanel.class, MatrixComponent.class);
            return 0;
          });
      desk.settle();
    }
    assertThat(desk.figures.keySet()).containsExactly("training-curves", "validation-matrix");
    TestDesk.edt(
        () -> {
          desk.figures.values().forEach(figure -> FigureRules.check(figure, "one"));
          return 0;
        });
  }
}
