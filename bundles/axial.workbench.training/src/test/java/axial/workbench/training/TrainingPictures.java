package axial.workbench.training;

import axial.view.run.Training;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import axial.workbench.training.hint.Hint;
import java.awt.EventQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes pictures of the views of made-up trainings to the folder that is its argument. */
final class TrainingPictures {

  private TrainingPictures() {}

  /** Light and dark, at 100 and 200 %. */
  public static void main(String[] args) throws Exception {
    EventQueue.invokeAndWait(
        () -> {
          try {
            for (boolean dark : new boolean[] {false, true}) {
              for (int scale : new int[] {1, 2}) {
                write(Path.of(args[0]), dark, scale);
              }
            }
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
    System.exit(0);
  }

  private static void write(Path folder, boolean dark, int scale) throws IOException {
    Picture.look(dark, scale);
    String name = (dark ? "dark" : "light") + scale + ".png";
    TestTrainings queue = new TestTrainings();
    TestDesk desk = new TestDesk(Path.of("."), queue, Map.of());
    FollowedTraining followed = new FollowedTraining();
    CurvesPart curves = new CurvesPart(desk, followed, NoRuns.with(Map.of()));
    Picture.write(
        curves.component(), 800 * scale, 400 * scale, folder.resolve("curves-empty-" + name));
    MadeUp training = new MadeUp("compact", 60, "cosine");
    training.train(60 * 26 + 24);
    MadeUp waiting = new MadeUp("residual", 60);
    waiting.state = Training.State.QUEUED;
    queue.put(training, waiting);
    curves.shown();
    ((CurvesPanel) curves.component())
        .overlays(
            List.of(
                new Overlay(
                    Path.of("a"),
                    "2026-11-03-final",
                    new MadeUp("x", 10).train(300).epochs.subList(3, 30))));
    ((CurvesPanel) curves.component())
        .stamp("LEAKS: 12 images of the test part are in the training part.");
    ((CurvesPanel) curves.component())
        .hints(
            List.of(
                new Hint(
                    Hint.Severity.WARNING,
                    "The learning rate has collapsed; hardly anything is learned any more.",
                    "It fell from 1.0e-03 to 7.3e-07 in 6 epochs, cut after 6 of them. plateau-loss"
                        + " and plateau-accuracy cut the same rate, each without knowing of the"
                        + " other.",
                    "Keep one of these schedules, or use cosine.")));
    Picture.of(curves.component(), 900 * scale, 780 * scale); // text breaks at the second
    Picture.write(curves.component(), 900 * scale, 780 * scale, folder.resolve("curves-" + name));
    curves.close();
    var matrix = new MatrixView(followed, NoRuns.with(Map.of())).open(desk);
    matrix.shown();
    Picture.write(matrix.component(), 320 * scale, 440 * scale, folder.resolve("matrix-" + name));
    matrix.close();
  }
}
