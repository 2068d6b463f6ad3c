package axial.run.stages;

import axial.data.Augmenter;
import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.data.Shape;
import axial.data.Split;
import axial.data.Splitter;
import axial.data.Standardizer;
import axial.eval.Evaluator;
import axial.explain.Explainer;
import axial.job.Choice;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Engine;
import axial.model.ModelFactory;
import axial.run.Extensions;
import axial.run.RunRequest;
import axial.run.RunSettings;
import axial.run.RunSpec;
import axial.train.LearningRateSchedule;
import axial.train.TrainingPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a request complete: one use for one request. */
public final class Specifier {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})x(\\d{1,5})x([13])");
  private static final String NONE = "none";

  private final Extensions extensions;
  private final RunRequest request;
  private final Map<String, List<Setting>> known = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();

  /** The model's recipe, with what the user gave put over it. */
  private final Map<String, String> wanted = new LinkedHashMap<>();

  private Specifier(Extensions extensions, RunRequest request) {
    this.extensions = extensions;
    this.request = request;
  }

  /** The complete specification of a request. */
  public static RunSpec specify(Extensions extensions, RunRequest request) {
    return new Specifier(extensions, request).spec();
  }

  /** What a preview of augmentation needs of a request, whose model is not looked at. */
  static Previewing.Plan preview(Extensions extensions, RunRequest request) {
    return new Specifier(extensions, request).preview();
  }

  private Previewing.Plan preview() {
    wanted.putAll(request.set());
    Settings run = settings("run", "run", RunSettings.run());
    Previewing.Plan plan =
        new Previewing.Plan(
            choice("the source", source(run.text("source"))),
            choices("the augmenter", Augmenter.class, run.text("augmenters")),
            shape(run.text("input")),
            Long.parseLong(run.text("seed")));
    refuseUnused();
    return plan;
  }

  private RunSpec spec() {
    ModelFactory model = extensions.find(ModelFactory.class, request.model());
    wanted.putAll(model.recipe());
    wanted.putAll(request.set());
    Settings run = settings("run", "run", RunSettings.run());
    Settings train = settings("train", "train", RunSettings.train());
    Shape input = shape(run.text("input"));
    Choice modelChoice = choice("the model", model);
    Settings own = Settings.of("the model", model.settings(), modelChoice.settings());
    new Fence(extensions).call(ModelFactory.class, model, () -> model.network(input, 2, own));
    RunSpec spec =
        new RunSpec(
            request.data(),
            choice("the source", source(run.text("source"))),
            choice("the finder", extensions.find(DuplicateFinder.class, run.text("duplicates"))),
            choice("the splitter", extensions.find(Splitter.class, run.text("splitter"))),
            choices("the augmenter", Augmenter.class, run.text("augmenters")),
            modelChoice,
            input,
            choice("the engine", extensions.find(Engine.class, run.text("engine"))),
            new TrainingPlan(
                train.whole("epochs"),
                train.whole("batch"),
                train.text("class-weights").equals("balanced"),
                train.whole("patience"),
                choices("the schedule", LearningRateSchedule.class, run.text("schedules"))),
            choices("the evaluator", Evaluator.class, run.text("evaluators")),
            choices("the explainer", Explainer.class, run.text("explainers")),
            run.whole("explain"),
            Long.parseLong(run.text("seed")),
            Split.Protocol.valueOf(run.text("protocol").toUpperCase(Locale.ROOT)),
            choices("the standardizer", Standardizer.class, run.text("standardizers")),
            run.real("recall"),
            run.flag("keep-epochs"));
    refuseUnused();
    if (spec.protocol() == Split.Protocol.NOTEBOOK) {
      refuseUnheeded(spec);
    }
    return spec;
  }

  private DatasetSource source(String name) {
    if (!name.equals("auto")) {
      return extensions.find(DatasetSource.class, name);
    }
    return extensions.all(DatasetSource.class).stream()
        .filter(source -> source.accepts(request.data()))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.USAGE,
                    "No data source can open \"" + request.data() + "\".",
                    "Give a folder of images, or phantom."));
  }

  private <T extends Extension> List<Choice> choices(String owner, Class<T> type, String names) {
    List<T> chosen = new ArrayList<>();
    if (names.equals("all")) {
      chosen.addAll(extensions.all(type));
    } else if (!names.equals(NONE)) {
      Stream.of(names.split(",", -1))
          .map(String::strip)
          .distinct()
          .forEach(name -> chosen.add(extensions.find(type, name)));
    }
    return chosen.stream().map(extension -> choice(owner, extension)).toList();
  }

  private Choice choice(String owner, Extension extension) {
    Settings settings =
        settings(extension.id(), owner + " " + extension.id(), extension.settings());
    return new Choice(extension.id(), settings.asMap());
  }

  private Settings settings(String prefix, String owner, List<Setting> declared) {
    known.merge(
        prefix, declared, (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList());
    Map<String, String> own = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>(declared.stream().map(Setting::key).toList());
    wanted.forEach(
        (key, value) -> {
          String rest = key.startsWith(prefix + ".") ? key.substring(prefix.length() + 1) : "";
          if (keys.contains(rest)) {
            own.put(rest, value);
            used.add(key);
          }
        });
    return Settings.of(owner, declared, own);
  }

  private void refuseUnused() {
    for (String key : request.set().keySet()) {
      if (!used.contains(key)) {
        String prefix = key.contains(".") ? key.substring(0, key.indexOf('.')) : "";
        List<Setting> own = known.get(prefix);
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "There is no setting \"" + key + "\" in this run.",
            own == null
                ? "Settings begin with one of: %s.".formatted(String.join(", ", known.keySet()))
                : own.isEmpty()
                    ? prefix + " has no settings."
                    : "The settings of %s are: %s."
                        .formatted(
                            prefix,
                            String.join(
                                ", ", own.stream().map(s -> prefix + "." + s.key()).toList())));
      }
    }
  }

  /** The notebook's protocol splits and looks for copies in a way of its own. */
  private void refuseUnheeded(RunSpec spec) {
    for (String key : request.set().keySet()) {
      if (key.equals("run.duplicates")
          || key.equals("run.splitter")
          || key.startsWith(spec.duplicates().id() + ".")
          || key.startsWith(spec.splitter().id() + ".")) {
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "The setting \"%s\" has no effect with the protocol notebook.".formatted(key),
            "Leave it out: that protocol splits 80/5/15 by itself and compares pixels.");
      }
    }
  }

  private static Shape shape(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (matcher.matches() && !matcher.group(1).equals("0") && !matcher.group(2).equals("0")) {
      return new Shape(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    }
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "Setting input of run cannot be \"" + text + "\".",
        "Give height, width and 1 or 3 channels, such as 150x150x3.");
  }
}
