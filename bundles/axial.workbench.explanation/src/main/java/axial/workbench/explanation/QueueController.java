package axial.workbench.explanation;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.ExplainedSample;
import axial.run.Runs;
import axial.view.Desk;
import axial.view.Jobs;
import axial.view.Subscription;
import axial.view.part.Bitmaps;
import axial.workbench.explanation.ExplanationBoard.State;
import axial.workbench.explanation.ExplanationBoard.Waiting;
import axial.workbench.explanation.QueueScreen.Item;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Explains many images, a few in a job. Only on the event dispatch thread. */
final class QueueController {

  /** So many images share the opening of a run; after each lot its results are shown. */
  private static final int LOT = 4;

  private static final int SIDE = 192;

  private final Desk desk;
  private final Runs runs;
  private final ExplanationBoard board;
  private final QueueScreen screen;
  private final Subscription changes;
  private final IdentityHashMap<ExplainedSample, Optional<BufferedImage>> small =
      new IdentityHashMap<>();
  private Optional<Jobs.Job> job = Optional.empty();
  private List<Asked> lot = List.of();
  private final Set<Asked> alone = new HashSet<>();
  private boolean wanted;

  QueueController(Desk desk, Runs runs, ExplanationBoard board, QueueScreen screen) {
    this.desk = desk;
    this.runs = runs;
    this.board = board;
    this.screen = screen;
    this.changes = board.watch(this::show);
    desk.picked().watch(picked -> screen.mark(picked.flatMap(Asked::of)));
    show();
  }

  void close() {
    changes.cancel();
    job.ifPresent(Jobs.Job::cancel);
    if (!lot.isEmpty()) {
      board.set(lot, State.WAITING, "");
    }
  }

  /** Begins with the first that waits, and goes on until none does. */
  void start() {
    wanted = true;
    next();
  }

  /** Stops after what is being asked at the moment; the rest waits. */
  void stop() {
    wanted = false;
    job.ifPresent(Jobs.Job::cancel);
  }

  /** Empties the queue; explanations are kept in their runs. */
  void clear() {
    board.clear();
  }

  /** Whether images are being explained. */
  boolean working() {
    return job.isPresent() && !job.get().ended();
  }

  /** How far the job is, in [0, 1]; below 0 while that is unknown. */
  double share() {
    return job.map(Jobs.Job::share).orElse(-1.0);
  }

  /** Looks whether a job ended without a word, as one does that was cancelled elsewhere. */
  void look() {
    if (job.isPresent() && !working()) {
      job = Optional.empty();
      wanted = false;
      List<Asked> left = lot;
      lot = List.of();
      board.set(left, State.WAITING, "");
    }
  }

  /** Selects an image for all views. */
  void select(Asked asked) {
    desk.picked().set(Optional.of(asked.picked()));
  }

  private void next() {
    if (!wanted || working()) {
      return;
    }
    List<Asked> waiting =
        board.queue().stream()
            .filter(one -> one.state() == State.WAITING)
            .map(Waiting::asked)
            .toList();
    if (waiting.isEmpty()) {
      wanted = false;
      show();
      return;
    }
    Asked first = waiting.get(0);
    lot =
        waiting.stream()
            .filter(one -> one.run().equals(first.run()) && one.epoch() == first.epoch())
            .filter(one -> one.equals(first) || !alone.contains(one))
            .limit(alone.contains(first) ? 1 : LOT)
            .toList();
    List<Asked> images = lot;
    Chosen how = board.chosen();
    job =
        Optional.of(
            desk.jobs()
                .start(
                    images.size() == 1
                        ? "Explain " + first.name()
                        : "Explain " + first.name() + " and " + (images.size() - 1) + " more",
                    progress -> Outcome.of(() -> find(images, how, progress)),
                    outcome -> {
                      job = Optional.empty();
                      lot = List.of();
                      ended(images, outcome);
                      next();
                    }));
    board.set(images, State.WORKING, "");
  }

  /** Whatever goes wrong with an image is its own problem, and the queue goes on. */
  private Answer find(List<Asked> images, Chosen how, Progress progress) {
    try {
      return Answer.find(runs, images, how, progress);
    } catch (ProblemException | CancelledException told) {
      throw told;
    } catch (RuntimeException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INTERNAL,
              "The explanation failed: " + broken + ".",
              "Choose another explainer, or update the bundle of this one."),
          broken);
    }
  }

  private void ended(List<Asked> images, Outcome<Answer> outcome) {
    if (outcome.problem().isPresent() && images.size() > 1) {
      alone.addAll(images); // which of them it was is seen when each is explained alone
      board.set(images, State.WAITING, "");
      return;
    }
    images.forEach(alone::remove);
    if (outcome.problem().isPresent()) {
      board.set(images, State.FAILED, outcome.problem().get().text());
      return;
    }
    if (outcome.value().isEmpty()) {
      wanted = false;
      board.set(images, State.WAITING, "");
      return;
    }
    Answer answer = outcome.value().get();
    answer.failures().forEach(desk::tell);
    Map<String, List<ExplainedSample>> bySource =
        answer.samples().stream()
            .collect(
                Collectors.groupingBy(
                    sample -> sample.sample().source(), LinkedHashMap::new, Collectors.toList()));
    for (Asked asked : images) {
      List<ExplainedSample> samples = bySource.getOrDefault(asked.source(), List.of());
      if (samples.isEmpty()) {
        board.set(List.of(asked), State.FAILED, "No explainer could explain it.");
      } else {
        board.put(asked, samples);
        board.set(List.of(asked), State.DONE, "");
      }
    }
  }

  private void show() {
    small.keySet().retainAll(samples());
    screen.show(board.queue().stream().map(this::item).toList(), working());
  }

  private Set<ExplainedSample> samples() {
    Set<ExplainedSample> samples = Collections.newSetFromMap(new IdentityHashMap<>());
    board.queue().forEach(one -> board.first(one.asked()).ifPresent(samples::add));
    return samples;
  }

  private Item item(Waiting waiting) {
    Optional<ExplainedSample> sample = board.first(waiting.asked());
    Optional<BufferedImage> picture = sample.flatMap(this::small);
    return new Item(
        waiting,
        picture,
        waiting.asked().source()
            + ", "
            + waiting.state().words()
            + (waiting.reason().isEmpty() ? "" : ": " + waiting.reason()));
  }

  /** The small picture of an explanation; drawn off this thread at the first question. */
  private Optional<BufferedImage> small(ExplainedSample sample) {
    Optional<BufferedImage> known = small.get(sample);
    if (known != null) {
      return known;
    }
    small.put(sample, Optional.empty());
    Beside.run(
        desk,
        "A small picture could not be drawn",
        () -> draw(sample),
        drawn -> {
          small.put(sample, Optional.of(drawn));
          show();
        });
    return Optional.empty();
  }

  private static BufferedImage draw(ExplainedSample sample) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    BufferedImage scan = Bitmaps.of(sample.image());
    double scale = (double) SIDE / Math.max(scan.getWidth(), scan.getHeight());
    int width = (int) Math.round(scan.getWidth() * scale);
    int height = (int) Math.round(scan.getHeight() * scale);
    int x = (SIDE - width) / 2;
    int y = (SIDE - height) / 2;
    g.drawImage(scan, x, y, width, height, null);
    g.drawImage(new Overlays(sample).weights(0), x, y, width, height, null);
    g.dispose();
    return picture;
  }
}
