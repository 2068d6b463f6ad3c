package axial.workbench.shell;

import axial.job.Problem;
import axial.view.Picked;
import axial.view.WorkingData;
import axial.workbench.command.Commands;
import axial.workbench.command.UndoHistory;
import axial.workbench.job.JobRunner;
import axial.workbench.queue.TrainingQueue;
import axial.workbench.share.SharedValue;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What all desks share.
 *
 * @param screen what shows messages and views
 */
record Office(
    Path workspace,
    SharedValue<Optional<WorkingData>> data,
    SharedValue<Optional<Picked>> picked,
    SharedValue<Optional<Path>> run,
    TrainingQueue trainings,
    JobRunner jobs,
    Commands commands,
    UndoHistory undo,
    Drops drops,
    FigureMenu figures,
    Screen screen) {

  /** Shows messages and views. */
  interface Screen {
    void tell(Problem problem);

    void note(String text);

    void reveal(String view);
  }
}
