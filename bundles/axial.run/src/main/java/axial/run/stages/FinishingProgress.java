package axial.run.stages;

import axial.job.Progress;
import java.util.function.BooleanSupplier;

/**
 * The progress of a job that is also to finish for another reason than the user's.
 *
 * @param progress who watches the job
 * @param finish says whether it is to end now with what it has
 */
public record FinishingProgress(Progress progress, BooleanSupplier finish) implements Progress {

  @Override
  public void at(String task, long done, long total) {
    progress.at(task, done, total);
  }

  @Override
  public boolean cancelled() {
    return progress.cancelled();
  }

  @Override
  public boolean finishNow() {
    return finish.getAsBoolean() || progress.finishNow();
  }

  @Override
  public void check() {
    progress.check();
  }
}
