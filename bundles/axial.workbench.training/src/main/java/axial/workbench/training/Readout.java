package axial.workbench.training;

import axial.job.Problem;
import axial.run.Stage;
import axial.train.Epoch;
import axial.view.form.Span;
import axial.view.run.Course;
import axial.view.run.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a training stands, in words.
 *
 * @param headline its state and epoch
 * @param freshness what came last, and how long ago; empty before the first batch
 * @param details speed, waiting and time left; empty while nothing is known
 * @param share how much of the planned epochs is done, in [0, 1]
 */
record Readout(String headline, String freshness, String details, double share) {

  private static final double NANOS = 1e9;
  private static final int RECENT = 3;

  /** How it stands at a time of {@link System#nanoTime()}. */
  static Readout of(Training training, long now) {
    Course course = training.course();
    return new Readout(
        headline(training), freshness(training, now), details(training), share(training, course));
  }

  private static String headline(Training training) {
    Course course = training.course();
    return switch (training.state()) {
      case QUEUED -> "Waits for its turn";
      case RUNNING -> running(course);
      case PAUSED -> "Paused · " + running(course);
      case STOPPING -> "Stops after this batch";
      case DONE -> "Done" + (course.bestEpoch() > 0 ? " · kept epoch " + course.bestEpoch() : "");
      case STOPPED -> "Stopped · can be resumed";
      case FAILED -> "Failed · " + training.problem().map(Problem::text).orElse("no reason known");
    };
  }

  private static String running(Course course) {
    Stage stage = course.stage().orElse(Stage.LOAD);
    return switch (stage) {
      case LOAD -> "Reads the images";
      case DEDUPLICATE -> "Looks for duplicates";
      case SPLIT -> "Splits the images";
      case TRAIN -> epoch(course);
      case EVALUATE -> "Evaluates epoch " + course.bestEpoch();
      case EXPLAIN -> "Explains predictions";
      case REPORT -> "Writes the report";
    };
  }

  private static String epoch(Course course) {
    int epoch = Math.max(1, course.epochs().size());
    int count = course.batches().count();
    if (count > 0) {
      epoch = Math.max(epoch, course.batches().epoch(count - 1));
    }
    return course.plannedEpochs() > 0
        ? "Epoch %d of %d".formatted(epoch, course.plannedEpochs())
        : "Epoch " + epoch;
  }

  private static String freshness(Training training, long now) {
    Course course = training.course();
    int last = course.batches().count() - 1;
    if (last < 0 || FollowedTraining.hasEnded(training)) {
      return "";
    }
    return "batch %d of %d, %s ago"
        .formatted(
            course.batches().inEpoch(last),
            course.batches().ofEpoch(last),
            Span.of((now - course.lastEventNanos()) / NANOS));
  }

  private static String details(Training training) {
    Course course = training.course();
    List<String> words = new ArrayList<>();
    boolean trains = training.state() == Training.State.RUNNING && isTraining(course);
    if (trains && course.imagesPerSecond() > 0) {
      words.add(String.format(Locale.ROOT, "%,.0f images/s", course.imagesPerSecond()));
    }
    Epoch.Times times = Epoch.Times.of(course.epochs());
    double all =
        times.data()
            + times.compute()
            + times.validation()
            + times.listeners()
            + times.checkpoint();
    if (all > 0) {
      words.add(String.format(Locale.ROOT, "%.0f %% waiting for data", 100 * times.data() / all));
    }
    double left = secondsLeft(training);
    if (trains && left > 0) {
      words.add("about " + Span.of(left) + " left");
    }
    return String.join(" · ", words);
  }

  private static boolean isTraining(Course course) {
    return course.stage().filter(stage -> stage == Stage.TRAIN).isPresent();
  }

  /** Seconds until the last planned epoch; below 0 while that is unknown. */
  static double secondsLeft(Training training) {
    Course course = training.course();
    double epochs = course.plannedEpochs() - done(course);
    double each =
        course.epochs().stream()
            .skip(Math.max(0, course.epochs().size() - RECENT))
            .mapToDouble(Epoch::seconds)
            .average()
            .orElseGet(() -> firstEpoch(training));
    return each > 0 && course.plannedEpochs() > 0 ? each * epochs : -1;
  }

  /** What an epoch takes by the speed so far; below 0 while that is unknown. */
  private static double firstEpoch(Training training) {
    Course course = training.course();
    int last = course.batches().count() - 1;
    double speed = course.imagesPerSecond();
    return last < 0 || speed <= 0
        ? -1
        : training
            .spec()
            .map(spec -> course.batches().ofEpoch(last) * spec.plan().batch() / speed)
            .orElse(-1.0);
  }

  private static double done(Course course) {
    int finished = course.epochs().size();
    int last = course.batches().count() - 1;
    if (last >= 0 && course.batches().epoch(last) > finished) {
      return course.batches().epoch(last)
          - 1
          + (double) course.batches().inEpoch(last) / course.batches().ofEpoch(last);
    }
    return finished;
  }

  private static double share(Training training, Course course) {
    if (training.state() == Training.State.DONE) {
      return 1;
    }
    return course.plannedEpochs() == 0 ? 0 : Math.min(1, done(course) / course.plannedEpochs());
  }
}
