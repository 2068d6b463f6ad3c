package axial.cli;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import axial.run.Extensions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A data set with what opened it.
 *
 * @param source with all its settings
 */
record OpenedData(Dataset dataset, Choice source) {

  /**
   * Opens an address with the first source that accepts it.
   *
   * @param settings by names such as {@code folder.group}
   */
  static OpenedData of(
      Extensions extensions, String address, Map<String, String> settings, Progress progress) {
    DatasetSource source =
        extensions.all(DatasetSource.class).stream()
            .filter(s -> s.accepts(address))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.USAGE,
                        "No data source can open \"" + address + "\".",
                        "Give a folder, or phantom."));
    String prefix = source.id() + ".";
    Map<String, String> own = new LinkedHashMap<>();
    settings.forEach(
        (key, value) -> {
          if (!key.startsWith(prefix)) {
            throw ProblemException.of(
                Problem.Kind.USAGE,
                "There is no setting \"" + key + "\" here.",
                "The settings of the data begin with " + prefix);
          }
          own.put(key.substring(prefix.length()), value);
        });
    Settings chosen = Settings.of("the source " + source.id(), source.settings(), own);
    return new OpenedData(
        source.open(address, chosen, progress), new Choice(source.id(), chosen.asMap()));
  }
}
