package axial.workbench.training;

import axial.view.Command;
import axial.view.Desk;
import axial.view.run.Training;
import java.util.EnumSet;
import java.util.Set;
import javax.swing.JComponent;

/** What can be done to the followed training, from the palette or by a key. */
final class CurvesCommands {

  private static final Set<Training.State> WORKS =
      EnumSet.of(Training.State.RUNNING, Training.State.PAUSED);
  private static final Set<Training.State> STOPPABLE =
      EnumSet.of(Training.State.QUEUED, Training.State.RUNNING, Training.State.PAUSED);

  private final Desk desk;
  private final FollowedTraining followed;
  private final CurvesController controller;

  CurvesCommands(Desk desk, FollowedTraining followed, CurvesController controller) {
    this.desk = desk;
    this.followed = followed;
    this.controller = controller;
  }

  void offer(JComponent where) {
    desk.command(
        where,
        Command.of(
                "training.pause", "Pause the training, or go on with it", controller::pauseOrResume)
            .withKey("ctrl shift SPACE")
            .when(() -> is(WORKS) && followed.get().filter(Training::canPause).isPresent()));
    desk.command(
        where,
        Command.of(
                "training.finish",
                "Finish the training now and keep the best epoch",
                controller::finishNow)
            .when(() -> is(WORKS)));
    desk.command(
        where,
        Command.of("training.stop", "Stop the training", controller::stop)
            .when(() -> is(STOPPABLE)));
    desk.command(
        where,
        Command.of(
                "training.compare", "Draw earlier runs beside the training", controller::askForRuns)
            .when(() -> followed.get().isPresent()));
  }

  private boolean is(Set<Training.State> states) {
    return followed.get().filter(training -> states.contains(training.state())).isPresent();
  }
}
