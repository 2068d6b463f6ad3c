package axial.workbench.training;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.eval.ConfusionMatrix;
import axial.train.Epoch;
import axial.view.testing.TestDesk;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixControllerTest implements MatrixController.Screen {

  private final MadeUp.Queue queue = new MadeUp.Queue();
  private final TestDesk desk = new TestDesk(Path.of("."), queue, Map.of());
  private final MatrixController controller =
      new MatrixController(desk, new FollowedTraining(), NoRuns.with(Map.of()), this);
  private String title = "";
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
  public void show(ConfusionMatrix matrix, Epoch shown, int epochs, boolean isNewest) {
    epoch = shown.number();
    newest = isNewest;
    total = matrix.total();
  }

  @Override
  public void stamp(String words) {}
}
