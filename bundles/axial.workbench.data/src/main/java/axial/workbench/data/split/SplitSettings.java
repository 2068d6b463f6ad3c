package axial.workbench.data.split;

import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.job.Setting;
import axial.run.Extensions;
import axial.workbench.data.work.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a split as its form shows them.
 *
 * @param group what stays together; nothing when the source decides for itself
 * @param finder id of the duplicate finder
 * @param train share of the training part, in per cent
 * @param validation share of the validation part, in per cent
 * @param seed where the draw comes from
 */
record SplitSettings(
    Optional<String> group, String finder, double train, double validation, long seed) {

  static final String GROUP = "group";
  private static final double WHOLE = 100;
  private static final String FINDER = "run.duplicates";
  private static final String SEED = "run.seed";
  private static final String TRAIN = "stratified.train";
  private static final String VALIDATION = "stratified.validation";
  private static final String TEST = "stratified.test";

  /** What is left for the test part, in per cent. */
  double test() {
    return WHOLE - train - validation;
  }

  /** Those of open data; what is not set has the default of its extension. */
  static SplitSettings of(Found found, Extensions extensions) {
    Map<String, String> set = found.set();
    Optional<Setting> group =
        extensions.all(DatasetSource.class).stream()
            .filter(source -> source.id().equals(found.source()))
            .flatMap(source -> source.settings().stream())
            .filter(setting -> setting.key().equals(GROUP))
            .findFirst();
    return new SplitSettings(
        group.map(s -> set.getOrDefault(found.source() + "." + GROUP, s.defaultText())),
        set.getOrDefault(FINDER, finders(extensions).contains("near") ? "near" : "exact"),
        percent(set, TRAIN, "0.8"),
        percent(set, VALIDATION, "0.05"),
        whole(set.getOrDefault(SEED, "1")));
  }

  /** Ids of the finders that can be chosen. */
  static List<String> finders(Extensions extensions) {
    return extensions.all(DuplicateFinder.class).stream().map(DuplicateFinder::id).toList();
  }

  /** Settings by name for a training; empty where they are the same as before. */
  Map<String, String> changes(Found found, SplitSettings before) {
    Map<String, String> changes = new LinkedHashMap<>();
    if (!group.equals(before.group)) {
      group.ifPresent(text -> changes.put(found.source() + "." + GROUP, text));
    }
    if (!finder.equals(before.finder)) {
      changes.put(FINDER, finder);
    }
    if (train != before.train || validation != before.validation) {
      changes.put(TRAIN, share(train));
      changes.put(VALIDATION, share(validation));
      changes.put(TEST, share(test()));
    }
    if (seed != before.seed) {
      changes.put(SEED, Long.toString(seed));
    }
    return changes;
  }

  private static String share(double percent) {
    return String.format(Locale.ROOT, "%.4f", percent / WHOLE);
  }

  private static double percent(Map<String, String> set, String key, String usual) {
    try {
      return Math.round(Double.parseDouble(set.getOrDefault(key, usual)) * WHOLE * 10) / 10.0;
    } catch (NumberFormatException wrong) {
      return Double.parseDouble(usual) * WHOLE;
    }
  }

  private static long whole(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 1;
  }
}
