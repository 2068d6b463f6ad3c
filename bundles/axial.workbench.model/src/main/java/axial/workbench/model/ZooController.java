package axial.workbench.model;

import axial.data.Shape;
import axial.job.ProblemException;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.run.Extensions;
import axial.run.RunSettings;
import axial.view.Desk;
import axial.view.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which models there are and what the chosen one looks like, without a component. Only on the event
 * dispatch thread; models are asked on a background thread.
 */
final class ZooController {

  /**
   * A model as it is listed.
   *
   * @param network as its recipe has it, for the classes of the data; empty when it cannot be built
   * @param problem why it cannot be built; empty when it can
   */
  record Entry(String id, String description, Optional<Network> network, String problem) {}

  /** What the view shows. */
  interface Screen {
    void show(List<Entry> models, Optional<Entry> chosen);
  }

  private final Desk desk;
  private final Extensions extensions;
  private final ExtensionSignal signal;
  private final ChosenModel chosen;
  private final Screen screen;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private List<Entry> models = List.of();
  private int asked;

  ZooController(
      Desk desk, Extensions extensions, ExtensionSignal signal, ChosenModel chosen, Screen screen) {
    this.desk = desk;
    this.extensions = extensions;
    this.signal = signal;
    this.chosen = chosen;
    this.screen = screen;
  }

  void open() {
    subscriptions.add(signal.watch(this::refresh));
    subscriptions.add(chosen.watch(model -> show()));
    desk.data().watch(data -> refresh());
  }

  void close() {
    subscriptions.forEach(Subscription::cancel);
  }

  void choose(String model) {
    chosen.choose(model, desk);
  }

  /** Asks all models anew. */
  void refresh() {
    int classes = desk.data().get().map(data -> data.dataset().labels().count()).orElse(2);
    int number = ++asked;
    desk.jobs()
        .start(
            "List models",
            progress ->
                extensions.all(ModelFactory.class).stream()
                    .map(model -> entry(model, classes))
                    .toList(),
            found -> {
              if (number == asked) {
                models = found;
                show();
              }
            });
  }

  private void show() {
    screen.show(
        models, models.stream().filter(entry -> entry.id().equals(chosen.get())).findFirst());
  }

  private Entry entry(ModelFactory model, int classes) {
    String id = "a model";
    try {
      id = model.id();
      Network network = network(model, classes);
      return new Entry(id, model.description(), Optional.of(network), "");
    } catch (ProblemException told) {
      return new Entry(id, model.description(), Optional.empty(), told.problem().text());
    } catch (RuntimeException | LinkageError broken) {
      extensions.reportFailure(model, broken);
      return new Entry(id, "", Optional.empty(), "The model " + id + " threw " + broken + ".");
    }
  }

  /** The network of a model as its recipe has it. */
  static Network network(ModelFactory model, int classes) {
    Map<String, String> recipe = model.recipe();
    Map<String, String> own = new LinkedHashMap<>();
    String prefix = model.id() + ".";
    model
        .settings()
        .forEach(
            setting ->
                Optional.ofNullable(recipe.get(prefix + setting.key()))
                    .ifPresent(value -> own.put(setting.key(), value)));
    String common =
        RunSettings.run().stream()
            .filter(setting -> setting.key().equals("input"))
            .findFirst()
            .orElseThrow()
            .defaultText();
    Shape input =
        Inputs.of(recipe.getOrDefault("run.input", common))
            .or(() -> Inputs.of(common))
            .orElseThrow();
    return model.network(
        input, classes, Settings.of("the model " + model.id(), model.settings(), own));
  }
}
