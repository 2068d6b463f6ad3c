package axial.run.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of new runs. */
public final class NewRuns {

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private NewRuns() {}

  /** A folder that is not there yet, named by the time and a model. */
  public static Path free(Path runs, String model) {
    String id =
        LocalDateTime.now().format(ID_TIME) + "-" + model.replaceAll("[^A-Za-z0-9._-]", "-");
    Path folder = runs.resolve(id);
    for (int i = 2; Files.exists(folder); i++) {
      folder = runs.resolve(id + "-" + i);
    }
    return folder;
  }
}
