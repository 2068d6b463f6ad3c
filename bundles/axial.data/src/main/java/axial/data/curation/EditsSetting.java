package axial.data.curation;

import axial.data.Curation;
import axial.data.Dataset;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Setting;
import axial.job.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The setting {@code edits} of a data source. */
public final class EditsSetting {

  /** What it is called and what it means. */
  public static final Setting SETTING =
      new Setting.Text(
          Curation.SETTING,
          "",
          "Path of a CSV file of images to exclude, to give another class, to keep of their"
              + " duplicates or to tell apart; empty: none.");

  private EditsSetting() {}

  /** The data set after the edits that the settings name; its notes say which and how many. */
  public static Dataset apply(Dataset dataset, Settings settings) {
    String name = settings.text(Curation.SETTING).strip();
    if (name.isEmpty()) {
      return dataset;
    }
    Path file = path(name);
    byte[] bytes = CsvCurations.bytes(file);
    return CuratedData.of(
        dataset, CurationCsv.read(file, bytes), " (SHA-256 " + sha256(bytes) + ")");
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException bad) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "\"" + name + "\" is no file of edits.",
          "Give the path of a CSV file.");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
