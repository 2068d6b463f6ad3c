package axial.workbench.model;

import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.run.Extensions;
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

  private static final double TRAINING_SHARE = 0.8;

  /** What the view shows. */
  interface Screen {
    /** The models to choose from, and the one that is chosen. */
    void models(List<String> ids, String chosen);

    /** What can be set for a model. */
    void recipe(Recipe recipe);

    /** The model is not installed. */
    void missing(String model);

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

  private record Found(List<String> ids, Optional<Recipe> recipe) {}

  private final Desk desk;
  private final Extensions extensions;
  private final ExtensionSignal signal;
  private final ChosenModel chosen;
  private final Screen screen;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private Optional<Recipe> recipe = Optional.empty();
  private int asked;

  RecipeController(
      Desk desk, Extensions extensions, ExtensionSignal signal, ChosenModel chosen, Screen screen) {
    this.desk = desk;
    this.extensions = extensions;
    this.signal = signal;
    this.chosen = chosen;
    this.screen = screen;
  }

  void open() {
    subscriptions.add(signal.watch(this::refresh));
    subscriptions.add(chosen.watch(model -> refresh()));
    refresh();
    desk.data().watch(data -> changed());
  }

  void close() {
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
                      .map(each -> Recipe.of(each, extensions)));
            },
            found -> {
              if (number == asked) {
                take(found, model);
              }
            });
  }

  private void take(Found found, String model) {
    recipe = found.recipe();
    screen.models(found.ids(), model);
    recipe.ifPresentOrElse(screen::recipe, () -> screen.missing(model));
    changed();
  }

  /** Something was entered, or other data opened. */
  void changed() {
    String reason = reason();
    screen.state(reason, "");
    Optional<Shape> input = recipe.flatMap(known -> Inputs.of(screen.value("run.input")));
    if (recipe.isEmpty() || input.isEmpty() || screen.problem().isPresent()) {
      return;
    }
    ModelFactory model = recipe.get().model();
    Map<String, String> entered = screen.entered();
    Map<String, String> own = own(model, entered);
    int batch = Integer.parseInt(screen.value("train.batch"));
    int classes = desk.data().get().map(data -> data.dataset().labels().count()).orElse(2);
    int training =
        desk.data()
            .get()
            .map(data -> (int) (TRAINING_SHARE * data.dataset().samples().size()))
            .orElse(0);
    Outcome outcome = outcome(model, own, input.get(), classes, batch, training);
    screen.state(reason.isEmpty() ? outcome.problem() : reason, outcome.estimate());
  }

  private record Outcome(String problem, String estimate) {}

  /** A model describes its network at once, so that this may be asked as the user types. */
  private Outcome outcome(
      ModelFactory model,
      Map<String, String> own,
      Shape input,
      int classes,
      int batch,
      int training) {
    try {
      Network network =
          model.network(
              input, classes, Settings.of("the model " + model.id(), model.settings(), own));
      return new Outcome("", Estimate.of(network, batch, training).words());
    } catch (ProblemException told) {
      return new Outcome(told.problem().text(), "");
    } catch (RuntimeException | LinkageError broken) {
      extensions.reportFailure(model, broken);
      return new Outcome("The model " + chosen.get() + " threw " + broken + ".", "");
    }
  }

  /** The model's own settings among values by name: the recipe's, and the user's over them. */
  private static Map<String, String> own(ModelFactory model, Map<String, String> entered) {
    Map<String, String> all = new LinkedHashMap<>(model.recipe());
    all.putAll(entered);
    Map<String, String> own = new LinkedHashMap<>();
    model
        .settings()
        .forEach(
            setting ->
                Optional.ofNullable(all.get(model.id() + "." + setting.key()))
                    .ifPresent(value -> own.put(setting.key(), value)));
    return own;
  }

  /** Why it cannot begin; empty when it can. */
  private String reason() {
    if (recipe.isEmpty()) {
      return "The model " + chosen.get() + " is not installed.";
    }
    if (desk.data().get().isEmpty()) {
      return "No data is open. Open a folder of images or the phantoms first.";
    }
    if (screen.problem().isPresent()) {
      return screen.problem().get();
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
    desk.trainings().start(request.get());
    desk.reveal("training.curves");
  }
}
