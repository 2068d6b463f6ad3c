package axial.workbench.model;

import axial.data.Shape;
import axial.extension.Installation;
import axial.job.Problem;
import axial.model.ModelFactory;
import axial.run.Extensions;
import axial.run.IsolatedRuns.Limits;
import axial.run.RunRequest;
import axial.view.Desk;
import axial.view.Subscription;
import axial.view.WorkingData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the chosen model will be trained, without a component: what can be set, what was set, whether
 * it can begin. Only on the event dispatch thread; extensions are asked on a background thread.
 */
final class RecipeController {

  /** What the view shows. */
  interface Screen {
    /**
     * The models to choose from, and the one that is chosen.
     *
     * @param others whether one that is not listed can be named
     */
    void models(List<String> ids, String chosen, boolean others);

    /** What can be set for a model. */
    void recipe(Recipe recipe);

    /**
     * The model is not here.
     *
     * @param elsewhere names of the extensions that run in processes of their own only, whose
     *     models nobody here can list
     */
    void missing(String model, List<String> elsewhere);

    /** What a process of its own may use; nothing when none is wanted. */
    Optional<Limits> isolation();

    /** What was entered, by name as in a request; only what differs from the defaults. */
    Map<String, String> entered();

    /** The first wrong entry in words; empty when all is right. */
    Optional<String> problem();

    /** What counts for a setting by its name in a request: what was entered, or its default. */
    String value(String name);

    /**
     * Whether it can begin.
     *
     * @param reason why not; empty when it can
     * @param estimate what it will need; empty while that is unknown
     */
    void state(String reason, String estimate);
  }

  private record Found(List<String> ids, Optional<Recipe> recipe, List<String> elsewhere) {}

  private final Desk desk;
  private final Extensions extensions;
  private final Installation installation;
  private final ExtensionSignal signal;
  private final ChosenModel chosen;
  private final Screen screen;
  private final Timing timing;
  private final Prospect prospect;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private Optional<Recipe> recipe = Optional.empty();
  private List<String> elsewhere = List.of();
  private int asked;

  RecipeController(
      Desk desk,
      Extensions extensions,
      Installation installation,
      ExtensionSignal signal,
      ChosenModel chosen,
      StepTimes times,
      Screen screen) {
    this.desk = desk;
    this.extensions = extensions;
    this.installation = installation;
    this.signal = signal;
    this.chosen = chosen;
    this.screen = screen;
    this.timing = new Timing(desk, extensions, times, this::changed);
    this.prospect = new Prospect(extensions, timing);
  }

  void open() {
    subscriptions.add(signal.watch(this::refresh));
    subscriptions.add(chosen.watch(model -> refresh()));
    refresh();
    desk.data().watch(data -> changed());
    timing.open();
  }

  void shown() {
    look();
    timing.shown();
  }

  void hidden() {
    timing.hidden();
  }

  void close() {
    timing.close();
    subscriptions.forEach(Subscription::cancel);
  }

  void choose(String model) {
    chosen.choose(model, desk);
  }

  private void refresh() {
    int number = ++asked;
    String model = chosen.get();
    desk.jobs()
        .start(
            "Read the recipe",
            progress -> {
              List<ModelFactory> all = extensions.all(ModelFactory.class);
              return new Found(
                  all.stream().map(ModelFactory::id).toList(),
                  all.stream()
                      .filter(each -> each.id().equals(model))
                      .findFirst()
                      .map(each -> Recipe.of(each, extensions)),
                  elsewhere());
            },
            found -> {
              if (number == asked) {
                take(found, model);
              }
            });
  }

  /** What is started in processes of its own only tells nobody here when it comes or goes. */
  private void look() {
    desk.jobs()
        .start(
            "Look for models elsewhere",
            progress -> elsewhere(),
            now -> {
              if (!now.equals(elsewhere)) {
                refresh();
              }
            });
  }

  /** On a background thread. */
  private List<String> elsewhere() {
    return installation.list().stream()
        .filter(one -> one.state() == Installation.State.ISOLATED)
        .map(one -> one.bundle().name().symbolicName())
        .toList();
  }

  private void take(Found found, String model) {
    recipe = found.recipe();
    elsewhere = found.elsewhere();
    screen.models(found.ids(), model, !elsewhere.isEmpty());
    recipe.ifPresentOrElse(screen::recipe, () -> screen.missing(model, elsewhere));
    changed();
  }

  /** Something was entered, or other data opened. */
  void changed() {
    String reason = reason();
    screen.state(reason, "");
    Optional<Shape> input = recipe.flatMap(known -> Inputs.of(screen.value("run.input")));
    if (recipe.isEmpty() || input.isEmpty() || screen.problem().isPresent()) {
      timing.nothing();
      return;
    }
    Prospect.Outcome outcome =
        prospect.of(
            recipe.get().model(),
            screen.entered(),
            input.get(),
            Integer.parseInt(screen.value("train.batch")),
            desk.data().get());
    screen.state(reason.isEmpty() ? outcome.problem() : reason, outcome.estimate());
  }

  /** Why it cannot begin; empty when it can. */
  private String reason() {
    if (recipe.isEmpty() && elsewhere.isEmpty()) {
      return "The model " + chosen.get() + " is not installed.";
    }
    if (desk.data().get().isEmpty()) {
      return "No data is open. Open a folder of images or the phantoms first.";
    }
    if (screen.problem().isPresent()) {
      return screen.problem().get();
    }
    if (recipe.isEmpty()) {
      return screen.isolation().isPresent()
          ? ""
          : "The model " + chosen.get() + " is not in this process. Train it in one of its own.";
    }
    return Inputs.of(screen.value("run.input")).isPresent()
        ? ""
        : "Input: \"%s\" cannot be used. Give height, width and 1 or 3 channels, such as 150x150x3."
            .formatted(screen.value("run.input"));
  }

  /** What a training would be asked for; empty when it cannot begin. */
  Optional<RunRequest> request() {
    if (!reason().isEmpty()) {
      return Optional.empty();
    }
    return desk.data().get().map(data -> request(data, screen.entered()));
  }

  private RunRequest request(WorkingData data, Map<String, String> entered) {
    Map<String, String> set = new LinkedHashMap<>(data.set());
    set.putAll(entered);
    return new RunRequest(chosen.get(), data.address(), set);
  }

  /** Puts a training into the queue and shows its curves. */
  void train() {
    Optional<RunRequest> request = request();
    if (request.isEmpty()) {
      desk.tell(new Problem(Problem.Kind.USAGE, "The training cannot begin.", reason()));
      return;
    }
    timing.halt();
    screen
        .isolation()
        .ifPresentOrElse(
            limits -> desk.trainings().startIsolated(request.get(), limits),
            () -> desk.trainings().start(request.get()));
    desk.reveal("training.curves");
  }
}
