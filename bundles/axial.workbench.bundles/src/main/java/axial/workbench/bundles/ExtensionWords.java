package axial.workbench.bundles;

import java.util.Locale;
import java.util.Map;

/** The names of extension types as a researcher would say them. */
final class ExtensionWords {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("DatasetSource", "Data source"),
          Map.entry("DuplicateFinder", "Duplicate finder"),
          Map.entry("PerceptualHash", "Perceptual hash"),
          Map.entry("ModelFactory", "Model"),
          Map.entry("PredictionEngine", "Prediction engine"),
          Map.entry("ModelExporter", "Model exporter"),
          Map.entry("LearningRateSchedule", "Learning-rate schedule"));

  private ExtensionWords() {}

  /** The words for the simple name of a service type; the name itself where it is a word. */
  static String of(String type) {
    return WORDS.getOrDefault(type, type);
  }

  /** The same inside a sentence. */
  static String inSentence(String type) {
    return of(type).toLowerCase(Locale.ROOT);
  }
}
