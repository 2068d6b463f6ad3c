package axial.workbench.explanation;

import axial.data.Labels;
import axial.job.Choice;
import axial.run.ExplainedSample;
import axial.run.Extensions;
import axial.run.RunRecord;
import axial.run.Runs;
import axial.view.Desk;
import axial.view.Jobs;
import axial.view.Subscription;
import axial.view.part.Bitmaps;
import axial.workbench.explanation.ExplanationScreen.Heading;
import axial.workbench.explanation.ExplanationScreen.Said;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The explanations of the selected image. Only on the event dispatch thread. */
final class ExplanationController {

  private static final int TOP = 5;

  private final Desk desk;
  private final LookedAt.Sources sources;
  private final ExplanationBoard board;
  private final ExplanationScreen screen;
  private final Subscription changes;
  private Optional<Asked> asked = Optional.empty();
  private Optional<LookedAt> loaded = Optional.empty();
  private Optional<Jobs.Job> job = Optional.empty();
  private List<ExplainedSample> kept = List.of();
  private Map<String, ExplainedSample> shown = Map.of();
  private Map<String, ExplainedSample> soFar = Map.of();
  private int top = TOP;
  private int drawing;
  private int drawn;

  ExplanationController(
      Desk desk,
      Runs runs,
      Extensions extensions,
      RunPictures pictures,
      ExplanationBoard board,
      ExplanationScreen screen) {
    this.desk = desk;
    this.sources = new LookedAt.Sources(runs, extensions, pictures);
    this.board = board;
    this.screen = screen;
    this.changes = board.watch(this::boardChanged);
    desk.picked().watch(picked -> look(picked.flatMap(Asked::of)));
  }

  void close() {
    changes.cancel();
    cancel();
  }

  private void look(Optional<Asked> selected) {
    asked = selected;
    shown = Map.of();
    soFar = Map.of();
    drawn = drawing;
    if (selected.isEmpty()) {
      screen.nothing();
      return;
    }
    Asked wanted = selected.get();
    Optional<RunRecord> known =
        loaded
            .filter(before -> before.asked().run().equals(wanted.run()))
            .map(LookedAt::record)
            .filter(record -> record.status() == RunRecord.Status.DONE);
    desk.jobs()
        .start(
            "Look at " + wanted.name(),
            progress -> Outcome.of(() -> LookedAt.read(wanted, known, sources, progress)),
            outcome -> {
              outcome.problem().ifPresent(desk::tell);
              outcome.value().filter(found -> isAsked(found.asked())).ifPresent(this::show);
            });
  }

  private boolean isAsked(Asked one) {
    return asked.filter(one::equals).isPresent();
  }

  private void show(LookedAt found) {
    loaded = Optional.of(found);
    kept = found.kept();
    found.trouble().ifPresent(desk::tell);
    screen.heading(
        new Heading(
            found.asked().source(),
            found.words(),
            found.record().stamp().orElse(""),
            found.image().map(Bitmaps::of)));
    screen.offers(
        found.offers(),
        found.record().spec().explainers().stream().map(Choice::id).toList(),
        found.record().spec().seed());
    prefer();
    redraw();
  }

  /** How many regions are pointed out, at least 1. */
  void top(int count) {
    if (count != top) {
      top = count;
      redraw();
    }
  }

  /** Which explainers are wanted, with their settings, from now on. */
  void chosen(Chosen changed) {
    board.chosen(changed);
    prefer();
    redraw();
  }

  /** Of what the run has kept, takes what was made as is chosen now, or else what there is. */
  private void prefer() {
    if (asked.isEmpty() || loaded.filter(found -> isAsked(found.asked())).isEmpty()) {
      return;
    }
    Map<String, ExplainedSample> before = board.of(asked.get());
    Map<String, ExplainedSample> better = new LinkedHashMap<>();
    for (ExplainedSample one : kept) {
      String explainer = one.explanation().explainer();
      ExplainedSample present = better.getOrDefault(explainer, before.get(explainer));
      if (present == null || (board.chosen().made(one) && !board.chosen().made(present))) {
        better.put(explainer, one);
      }
    }
    if (!better.isEmpty()) {
      board.put(asked.get(), List.copyOf(better.values()));
    }
  }

  private void boardChanged() {
    if (asked.isPresent() && !board.of(asked.get()).equals(shown)) {
      redraw();
    }
  }

  /** Draws the explanations that there are off this thread and shows them unless others came. */
  private void redraw() {
    if (asked.isEmpty() || loaded.filter(found -> isAsked(found.asked())).isEmpty()) {
      return;
    }
    LookedAt found = loaded.get();
    shown = board.of(asked.get());
    List<String> wanted = board.chosen().explainers();
    List<ExplainedSample> samples =
        (wanted.isEmpty() ? shown.keySet().stream() : wanted.stream())
            .flatMap(id -> Stream.ofNullable(soFar.getOrDefault(id, shown.get(id))))
            .toList();
    Collection<ExplainedSample> early = soFar.values();
    Chosen how = board.chosen();
    int number = ++drawing;
    int regions = top;
    Beside.run(
        desk,
        "The explanation could not be drawn",
        () ->
            samples.stream()
                .map(one -> said(Drawn.of(one, regions), found, how, early.contains(one)))
                .toList(),
        said -> {
          if (number > drawn) {
            drawn = number;
            screen.explanations(said);
          }
        });
  }

  private static Said said(Drawn drawn, LookedAt found, Chosen how, boolean early) {
    Labels labels = found.labels();
    String title = ExplanationWords.title(drawn.sample(), labels);
    return new Said(
        drawn,
        early ? title + ", by the answers so far" : title,
        String.join(" ", ExplanationWords.sentences(drawn.sample()))
            + (how.differs(drawn.sample()) ? ExplanationWords.otherSettings(drawn.sample()) : ""),
        early
            ? Optional.empty()
            : Optional.of(
                new ExplanationFigure(
                    drawn,
                    labels,
                    found.record().id(),
                    found.record().stamp().orElse(""),
                    1,
                    true)));
  }

  /** Whether the selected image can be explained now. */
  boolean canExplain() {
    return loaded.filter(found -> isAsked(found.asked())).isPresent() && !working();
  }

  /** Whether an explanation is being made. */
  boolean working() {
    return job.isPresent() && !job.get().ended();
  }

  /** How far the explanation is, in [0, 1]; below 0 while that is unknown. */
  double share() {
    return job.map(Jobs.Job::share).orElse(-1.0);
  }

  /** Explains the selected image. */
  void explain() {
    if (!canExplain()) {
      return;
    }
    Asked image = asked.orElseThrow();
    Chosen how = board.chosen();
    Partials partials = new Partials(early -> show(image, early));
    job =
        Optional.of(
            desk.jobs()
                .start(
                    "Explain " + image.name(),
                    progress ->
                        Outcome.of(
                            () ->
                                Answer.ask(
                                    sources.runs(), List.of(image), how, progress, partials)),
                    outcome -> {
                      job = Optional.empty();
                      soFar = Map.of();
                      screen.working(false, -1);
                      outcome.problem().ifPresent(desk::tell);
                      outcome.value().ifPresent(answer -> take(image, answer));
                    }));
    screen.working(true, -1);
  }

  /** Shows what explainers can say before all answers are there. */
  private void show(Asked image, Map<String, ExplainedSample> early) {
    if (working() && isAsked(image)) {
      soFar = early;
      redraw();
    }
  }

  private void take(Asked image, Answer answer) {
    answer.failures().forEach(desk::tell);
    if (!answer.samples().isEmpty()) {
      if (isAsked(image)) {
        kept = Stream.concat(answer.samples().stream(), kept.stream()).toList();
      }
      board.put(image, answer.samples());
      desk.note("%s is explained; the run keeps it.".formatted(image.name()));
    }
  }

  /** Stops the explanation that is being made. */
  void cancel() {
    job.ifPresent(Jobs.Job::cancel);
  }

  /** Puts the selected image into the queue. */
  void enqueue() {
    asked.ifPresent(
        image -> {
          board.add(List.of(image));
          desk.reveal("explanation.queue");
        });
  }
}
