package axial.workbench.model;

import axial.data.Shape;
import axial.job.ProblemException;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.run.Extensions;
import axial.run.RunSettings;
import axial.view.WorkingData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a training will need, or why its network cannot be built. Only on the event dispatch thread.
 */
final class Prospect {

  private static final double TRAINING_SHARE = 0.8;
  private static final double VALIDATION_SHARE = 0.05;
  private static final String ENGINE = "run.engine";

  private final Extensions extensions;
  private final Timing timing;

  /**
   * The outlook.
   *
   * @param problem why the network cannot be built; empty when it can
   * @param estimate memory and time in words; empty when there is a problem
   */
  record Outcome(String problem, String estimate) {}

  Prospect(Extensions extensions, Timing timing) {
    this.extensions = extensions;
    this.timing = timing;
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

  /**
   * The outlook of a training. A model describes its network at once, so that this may be asked as
   * the user types.
   *
   * @param entered what was entered, by name as in a request
   * @param input shape of an image
   * @param batch images of a step
   */
  Outcome of(
      ModelFactory model,
      Map<String, String> entered,
      Shape input,
      int batch,
      Optional<WorkingData> data) {
    int classes = data.map(open -> open.dataset().labels().count()).orElse(2);
    Parts parts = data.map(Prospect::parts).orElse(new Parts(0, 0));
    Map<String, String> own = own(model, entered);
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
      return new Outcome("The model " + model.id() + " threw " + broken + ".", "");
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
}
