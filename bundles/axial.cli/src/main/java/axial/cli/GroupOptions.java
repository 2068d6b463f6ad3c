package axial.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a folder's images are and what must stay together; for every command that opens folders. */
final class GroupOptions {

  private static final String TABLE = "csv:";

  @Option(
      names = "--group",
      paramLabel = "RULE",
      description = {
        "What a split must not tear apart: none (the default); folder;",
        "range:5, five neighbours by the last number of their names;",
        "csv:FILE, a table with a column file and a column patient;",
        "or an expression such as \"(patient\\d+)\" on the path."
      })
  private @Nullable String group;

  @Option(
      names = "--classes",
      paramLabel = "RULES",
      description = {
        "Which folders are which class: \"no=no,no_tumor;yes=yes,glioma_tumor\".",
        "The class - leaves folders out. Default: each folder is a class."
      })
  private @Nullable String classes;

  /** The settings of the source {@code folder} that were given. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    if (group != null) {
      settings.put("group", withFullPath(group));
    }
    if (classes != null) {
      settings.put("classes", classes);
    }
    return settings;
  }

  /** A table is found again from wherever a run goes on. */
  private static String withFullPath(String rule) {
    return rule.startsWith(TABLE) && rule.length() > TABLE.length()
        ? TABLE + Path.of(rule.substring(TABLE.length())).toAbsolutePath()
        : rule;
  }
}
