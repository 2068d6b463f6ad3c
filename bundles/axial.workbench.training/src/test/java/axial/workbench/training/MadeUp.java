package axial.workbench.training;

import axial.data.Shape;
import axial.data.Split;
import axial.job.Choice;
import axial.job.Problem;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.train.TrainingPlan;
import axial.view.Subscription;
import axial.view.run.Course;
import axial.view.run.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A made-up training, what it reports, and a queue of such trainings. */
final class MadeUp implements Training, Course, Course.Batches {

  final List<Epoch> epochs = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final List<Consumer<? super Training>> listeners = new ArrayList<>();
  private final String title;
  private final int perEpoch;
  private final List<String> schedules;
  private final List<Course.Summary> summaries = new ArrayList<>();
  State state = State.RUNNING;
  Stage stage = Stage.TRAIN;
  Optional<Path> folder = Optional.empty();
  int count;
  int best;
  int planned = 40;
  boolean broken;
  private float[] losses = {};
  private float[] accuracies = {};
  private float[] recalls = {};

  MadeUp(String title, int perEpoch, String... schedules) {
    this.title = title;
    this.perEpoch = perEpoch;
    this.schedules = List.of(schedules);
  }

  /** Trains so many batches on. */
  MadeUp train(int batches) {
    Random random = new Random(count);
    int all = count + batches;
    if (all > losses.length) {
      losses = Arrays.copyOf(losses, all + all / 2);
      accuracies = Arrays.copyOf(accuracies, all + all / 2);
      recalls = Arrays.copyOf(recalls, all + all / 2);
    }
    for (int i = count; i < all; i++) {
      double n = (double) i / perEpoch;
      double noise = random.nextGaussian();
      losses[i] = (float) Math.max(0, 0.08 + 0.6 * Math.exp(-n / 9.0) + 0.07 * noise);
      accuracies[i] = (float) share(1 - 0.5 * Math.exp(-n / 8.0) + 0.06 * noise);
      recalls[i] = (float) share(1.02 - 0.5 * Math.exp(-n / 8.0) + 0.09 * noise);
    }
    count += batches;
    while (epochs.size() < count / perEpoch) {
      addEpoch(epochs.size() + 1);
    }
    return this;
  }

  private static double share(double value) {
    return Math.min(1, Math.max(0, value));
  }

  MadeUp splitDone(Path run) {
    folder = Optional.of(run);
    summaries.add(new Course.Summary(Stage.SPLIT, "Split."));
    return this;
  }

  private void addEpoch(int n) {
    double loss = 0.08 + 0.6 * Math.exp(-n / 9.0);
    double validation =
        0.2 + 0.5 * Math.exp(-n / 7.0) + 0.006 * Math.max(0, n - 14) + 0.01 * Math.sin(n * 2.1);
    double right = 1 - 0.5 * Math.exp(-n / 8.0);
    int positives = (int) Math.round(60 * right);
    int negatives = (int) Math.round(75 * (right - 0.02));
    if (best == 0 || validation < epochs.get(best - 1).validation().loss()) {
      best = n;
    }
    double rate = 1e-3 * (0.01 + 0.99 * (1 + Math.cos(Math.PI * (n - 1) / planned)) / 2);
    epochs.add(
        new Epoch(
            n,
            new Metrics(960, loss, right, Math.min(1, right + 0.03)),
            new Metrics(135, validation, (positives + negatives) / 135.0, positives / 60.0),
            rate,
            rate,
            24.5,
            new Epoch.Times(1.2, 20, 3, 0.1, 0.2),
            List.of(List.of(negatives, 75 - negatives), List.of(60 - positives, positives))));
  }

  void tell() {
    List.copyOf(listeners).forEach(listener -> listener.accept(this));
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public Optional<RunRequest> request() {
    return Optional.of(new RunRequest(title, "phantom", Map.of()));
  }

  @Override
  public Optional<RunSpec> spec() {
    Choice none = new Choice("none", Map.of());
    return Optional.of(
        new RunSpec(
            "phantom",
            none,
            none,
            none,
            List.of(),
            new Choice(title, Map.of()),
            new Shape(80, 80, 1),
            none,
            new TrainingPlan(
                planned,
                32,
                true,
                12,
                schedules.stream().map(id -> new Choice(id, Map.of())).toList()),
            List.of(),
            List.of(),
            0,
            1,
            Split.Protocol.CLEAN,
            List.of(),
            0));
  }

  @Override
  public Optional<Path> run() {
    return folder;
  }

  @Override
  public Course course() {
    return this;
  }

  @Override
  public Optional<Problem> problem() {
    return Optional.empty();
  }

  @Override
  public void pause() {
    asked.add("pause");
    state = State.PAUSED;
    tell();
  }

  @Override
  public void resume() {
    asked.add("resume");
    state = State.RUNNING;
    tell();
  }

  @Override
  public void finishNow() {
    asked.add("finish");
  }

  @Override
  public void stop() {
    asked.add("stop");
  }

  @Override
  public Subscription watch(Consumer<? super Training> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Optional<Stage> stage() {
    return Optional.of(stage);
  }

  @Override
  public List<Course.Summary> summaries() {
    return summaries;
  }

  @Override
  public Batches batches() {
    return this;
  }

  @Override
  public List<Epoch> epochs() {
    return epochs;
  }

  @Override
  public int plannedEpochs() {
    return planned;
  }

  @Override
  public int bestEpoch() {
    return best;
  }

  @Override
  public long lastEventNanos() {
    return 0;
  }

  @Override
  public double imagesPerSecond() {
    return 412;
  }

  @Override
  public List<String> setAside() {
    return List.of();
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int epoch(int index) {
    return index / perEpoch + 1;
  }

  @Override
  public int inEpoch(int index) {
    return index % perEpoch + 1;
  }

  @Override
  public int ofEpoch(int index) {
    return perEpoch;
  }

  @Override
  public double loss(int index) {
    return broken && index == count - 1 ? Double.NaN : losses[index];
  }

  @Override
  public double accuracy(int index) {
    return accuracies[index];
  }

  @Override
  public double recall(int index) {
    return recalls[index];
  }
}
