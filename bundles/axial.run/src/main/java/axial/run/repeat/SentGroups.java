package axial.run.repeat;

import axial.data.Sample;
import axial.job.Choice;
import axial.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What must stay together, where a table of the lab said so: the table stays at home, and a packed
 * run has one of its own, made from its manifest.
 */
public final class SentGroups {

  /** The table in the folder of a run that was packed. */
  public static final String FILE = "groups.csv";

  private static final String SETTING = "group";
  private static final String TABLE = "csv:";

  private SentGroups() {}

  /** The table of a run that was grouped by one: image and group, as RFC 4180 has it. */
  public static Optional<byte[]> of(RunRecord run) {
    if (!byTable(run.spec().source())) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder("file,group\r\n");
    for (Sample sample : run.data().orElseThrow().samples()) {
      text.append(cell(sample.source())).append(',').append(cell(sample.group())).append("\r\n");
    }
    return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean byTable(Choice source) {
    return source.settings().getOrDefault(SETTING, "").startsWith(TABLE);
  }

  /** The source of a run with the table that was sent with it, if there is one. */
  public static Choice in(Path folder, Choice source) {
    Path table = folder.resolve(FILE);
    if (!byTable(source) || !Files.isRegularFile(table)) {
      return source;
    }
    Map<String, String> settings = new HashMap<>(source.settings());
    settings.put(SETTING, TABLE + table);
    return new Choice(source.id(), settings);
  }
}
