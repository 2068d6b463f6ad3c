package axial.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The data of a command. */
final class DataOptions {

  private static final String FOLDER = "folder.";

  @Option(
      names = "--data",
      paramLabel = "DIR|phantom",
      required = true,
      description = {
        "A folder of class folders, or phantom for computed slices.",
        "Given several times, the folders make one data set."
      })
  private List<String> data = new ArrayList<>();

  @Mixin private GroupOptions groups = new GroupOptions();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting; may be repeated.")
  private List<String> set = new ArrayList<>();

  /** One address for all folders. */
  String address() {
    return DataFolders.address(data);
  }

  /** The same with full paths, so that it can be opened from wherever. */
  String fullAddress() {
    if (data.size() == 1 && !Files.exists(Path.of(data.get(0)))) {
      return data.get(0);
    }
    address();
    return data.stream()
        .map(folder -> Path.of(folder).toAbsolutePath().normalize().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** All settings that were given, by names such as {@code folder.group}. */
  Map<String, String> settings() {
    Map<String, String> settings = Assignments.parse(set);
    groups.settings().forEach((key, value) -> settings.put(FOLDER + key, value));
    return settings;
  }
}
