package axial.workbench.training;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.chart.MatrixFigure;
import axial.data.Split;
import axial.eval.ConfusionMatrix;
import axial.train.Epoch;
import axial.view.run.CellPictures;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixControllerTest implements MatrixController.Screen {

  private final TestTrainings queue = new TestTrainings();
  private final TestDesk desk = new TestDesk(Path.of("."), queue, Map.of());
  private final Cells cells = new Cells();
  private final MatrixController controller =
      new MatrixController(
          desk, new FollowedTraining(), NoRuns.with(Map.of()), () -> Optional.of(cells), this);
  private String title = "";
  private String hint = "";
  private int epoch;
  private boolean newest;
  private int total;

  @Test
  void theNewestEpochIsFollowedUntilTheUserGoesBack() throws Exception {
    MadeUp training = new MadeUp("compact", 10).train(30);
    open(training);
    assertThat(epoch).isEqualTo(3);
    assertThat(total).isEqualTo(135);
    choose(2);
    train(training);
    assertThat(epoch).isEqualTo(2);
    assertThat(newest).isFalse();
    choose(4);
    train(training);
    assertThat(epoch).isEqualTo(5);
    assertThat(newest).isTrue();
  }

  @Test
  void beforeTheFirstEpochItSaysWhatWillCome() throws Exception {
    open(new MadeUp("compact", 10).train(4));
    assertThat(title).isEqualTo("No epoch has ended yet");
  }

  @Test
  void aCellOpensTheImagesThatTheShownEpochCallsSo() throws Exception {
    Path run = Path.of("runs", "one");
    MadeUp training = new MadeUp("compact", 10).splitDone(run).train(30);
    open(training);
    assertThat(hint).isEqualTo("Click to see its images.");
    click();
    assertThat(cells.shown)
        .containsExactly(new CellPictures.Cell(run, 3, Split.Part.VALIDATION, 1, 0));
    assertThat(desk.run().get()).contains(run);
    assertThat(desk.revealed).containsExactly("the.pictures");
  }

  @Test
  void aCellOfAnEpochWhoseModelWasNotKeptSaysWhatToSwitchOn() throws Exception {
    open(new MadeUp("compact", 10).splitDone(Path.of("runs", "one")).train(30));
    choose(1);
    click();
    assertThat(cells.shown).isEmpty();
    assertThat(hint)
        .isEqualTo(
            "The model of epoch 1 was not kept, only the best and the last. Switch on"
                + " \"Keep epochs\" before a training to look into each epoch.");
    assertThat(desk.notes).containsExactly(hint);
  }

  @Test
  void theMatrixIsExportedWithItsEpochAndRun() throws Exception {
    open(new MadeUp("compact", 10).splitDone(Path.of("runs", "one")).train(30));
    MatrixFigure.Words words = edt(controller::words);
    assertThat(words.data().get(0)).containsExactly("epoch", "true_class", "called", "images");
    assertThat(words.data()).hasSize(5);
    assertThat(words.caption()).contains("epoch 3", "run one");
    assertThat(words.run()).isEqualTo("one");
  }

  private void click() throws Exception {
    edt(
        () -> {
          controller.open(1, 0);
          return 0;
        });
  }

  /** Remembers which cells were to be shown. */
  private static final class Cells implements CellPictures {
    private final List<Cell> shown = new ArrayList<>();

    @Override
    public String view() {
      return "the.pictures";
    }

    @Override
    public void show(Cell cell) {
      shown.add(cell);
    }
  }

  private void open(MadeUp training) throws Exception {
    edt(
        () -> {
          queue.put(training);
          controller.open();
          controller.shown();
          return 0;
        });
  }

  private void choose(int place) throws Exception {
    edt(
        () -> {
          controller.choose(place);
          return 0;
        });
  }

  private static void train(MadeUp training) throws Exception {
    edt(
        () -> {
          training.train(10).tell();
          return 0;
        });
  }

  @Override
  public void nothing(String what, String why) {
    title = what;
  }

  @Override
  public void show(ConfusionMatrix matrix, Epoch shown, int epochs, boolean isNewest, String said) {
    epoch = shown.number();
    newest = isNewest;
    total = matrix.total();
    hint = said;
  }

  @Override
  public void stamp(String words) {}
}
