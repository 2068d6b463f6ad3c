package axial.workbench.model;

import axial.data.Shape;
import axial.extension.Installation;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.run.Extensions;
import axial.run.IsolatedRuns.Limits;
import axial.run.RunRequest;
import axial.run.RunSettings;
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
  private static final double VALIDATION_SHARE = 0.05;
  private static final String ENGINE = "run.engine";

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
    ModelFactory model = recipe.get().model();
    Map<String, String> entered = screen.entered();
    Map<String, String> own = own(model, entered);
    int batch = Integer.parseInt(screen.value("train.batch"));
    int classes = desk.data().get().map(data -> data.dataset().labels().count()).orElse(2);
    Parts parts = desk.data().get().map(RecipeController::parts).orElse(new Parts(0, 0));
    Outcome outcome = outcome(model, own, input.get(), classes, batch, parts);
    screen.state(reason.isEmpty() ? outcome.problem() : reason, outcome.estimate());
  }

  /** About how many images are trained with and validated on. */
  private record Parts(int training, int validation) {}

  private static Parts parts(WorkingData data) {
    int images = data.dataset().samples().size();
    return new Parts(
        (int) (images * share(data, "train", TRAINING_SHARE)),
        (int) (images * share(data, "validation", VALIDATION_SHARE)));
  }

  /** The share that was set for the splitter, or what stands where none was. */
  private static double share(WorkingData data, String part, double otherwise) {
    return Optional.ofNullable(data.set().get("stratified." + part))
        .filter(text -> text.matches("0?\\.\\d+"))
        .map(Double::parseDouble)
        .orElse(otherwise);
  }

  private record Outcome(String problem, String estimate) {}

  /** A model describes its network at once, so that this may be asked as the user types. */
  private Outcome outcome(
      ModelFactory model,
      Map<String, String> own,
      Shape input,
      int classes,
      int batch,
      Parts parts) {
    try {
      Network network =
          model.network(
              input, classes, Settings.of("the model " + model.id(), model.settings(), own));
      String memory = Estimate.of(network, batch, parts.training()).words();
      if (parts.training() == 0) {
        timing.nothing();
        return new Outcome("", memory);
      }
      StepTimes.What what = new StepTimes.What(network, engine(model));
      return new Outcome(
          "", (memory + " " + timing.words(what, parts.training(), parts.validation())).strip());
    } catch (ProblemException told) {
      return new Outcome(told.problem().text(), "");
    } catch (RuntimeException | LinkageError broken) {
      extensions.reportFailure(model, broken);
      return new Outcome("The model " + chosen.get() + " threw " + broken + ".", "");
    }
  }

  private static String engine(ModelFactory model) {
    return Optional.ofNullable(model.recipe().get(ENGINE))
        .orElseGet(
            () ->
                RunSettings.run().stream()
                    .filter(setting -> ENGINE.endsWith("." + setting.key()))
                    .map(Setting::defaultText)
                    .findFirst()
                    .orElseThrow());
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
