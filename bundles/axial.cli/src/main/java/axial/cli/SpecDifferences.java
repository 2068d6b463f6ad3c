package axial.cli;

import axial.job.Choice;
import axial.run.RunSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between specifications, named as a user sets it. */
final class SpecDifferences {

  private SpecDifferences() {}

  /** The names that not all specifications give the same value, each with a value for each. */
  static Map<String, List<String>> of(List<RunSpec> specs) {
    List<Map<String, String>> flat = specs.stream().map(SpecDifferences::flat).toList();
    Set<String> names = new LinkedHashSet<>();
    flat.forEach(values -> names.addAll(values.keySet()));
    Map<String, List<String>> differences = new LinkedHashMap<>();
    for (String name : names) {
      List<String> values = flat.stream().map(v -> v.getOrDefault(name, "")).toList();
      if (values.stream().distinct().count() > 1) {
        differences.put(name, values);
      }
    }
    return differences;
  }

  private static Map<String, String> flat(RunSpec spec) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", spec.model().id());
    values.put("data", spec.data());
    values.put("run.input", spec.input().toString());
    values.put("run.seed", Long.toString(spec.seed()));
    values.put("run.protocol", spec.protocol().name().toLowerCase(Locale.ROOT));
    values.put("run.recall", Double.toString(spec.wantedRecall()));
    values.put("run.explain", Integer.toString(spec.explained()));
    values.put("train.epochs", Integer.toString(spec.plan().epochs()));
    values.put("train.batch", Integer.toString(spec.plan().batch()));
    values.put("train.patience", Integer.toString(spec.plan().patience()));
    values.put("train.class-weights", spec.plan().balancedClasses() ? "balanced" : "none");
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    choices.put("run.source", List.of(spec.source()));
    choices.put("run.duplicates", List.of(spec.duplicates()));
    choices.put("run.splitter", List.of(spec.splitter()));
    choices.put("run.augmenters", spec.augmenters());
    choices.put("run.standardizers", spec.standardizers());
    choices.put("run.engine", List.of(spec.engine()));
    choices.put("run.schedules", spec.plan().schedules());
    choices.put("run.evaluators", spec.evaluators());
    choices.put("run.explainers", spec.explainers());
    choices.forEach(
        (name, list) ->
            values.put(name, list.stream().map(Choice::id).collect(Collectors.joining(","))));
    List<Choice> all = new ArrayList<>(List.of(spec.model()));
    choices.values().forEach(all::addAll);
    settings(all.stream()).forEach(values::put);
    return values;
  }

  private static Map<String, String> settings(Stream<Choice> choices) {
    Map<String, String> settings = new LinkedHashMap<>();
    choices.forEach(
        choice ->
            choice
                .settings()
                .forEach((key, value) -> settings.put(choice.id() + "." + key, value)));
    return settings;
  }
}
