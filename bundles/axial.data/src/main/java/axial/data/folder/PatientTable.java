package axial.data.folder;

import axial.job.Problem;
import axial.job.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The patient of each image, from a CSV file with a header (RFC 4180): a column for the file and
 * one for the patient or group. Commas, semicolons and tabs may separate; a byte-order mark is
 * passed over.
 */
final class PatientTable {

  static final String PREFIX = "csv:";

  /** Names of the column for the file, the first that is there counts. */
  static final List<String> FILE_COLUMNS =
      List.of("file", "filename", "file_name", "image", "source", "path", "image_path");

  /** Names of the column for the patient, the first that is there counts. */
  static final List<String> PATIENT_COLUMNS =
      List.of(
          "patient",
          "patient_id",
          "patientid",
          "group",
          "group_id",
          "subject",
          "subject_id",
          "subjectid");

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int LONGEST_CELL = 1 << 20;
  private static final long MOST_BYTES = 1L << 30;

  private final Path file;
  private final Map<String, String> patientByFile = new LinkedHashMap<>();
  private int withoutFile;
  private int withoutPatient;

  private PatientTable(Path file) {
    this.file = file;
  }

  static PatientTable of(String setting) {
    String name = setting.substring(PREFIX.length()).strip();
    PatientTable table;
    try {
      table = new PatientTable(Path.of(name));
    } catch (InvalidPathException bad) {
      throw ProblemException.of(
          Problem.Kind.USAGE, "\"" + name + "\" is no file.", Grouping.ALLOWED);
    }
    if (name.isEmpty() || !Files.isRegularFile(table.file)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "There is no file \"" + name + "\" with patients.",
          "Give csv: and the path of a CSV file with a column file and a column patient.");
    }
    table.read();
    return table;
  }

  private void read() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw unreadable("it is larger than 1 GiB");
      }
      char separator = separator();
      try (CsvReader<CsvRecord> rows = rows(separator, true)) {
        int fileColumn = -1;
        int patientColumn = -1;
        for (CsvRecord row : rows) {
          if (fileColumn < 0) {
            List<String> head = head(row.getFields());
            fileColumn = column(head, FILE_COLUMNS, "the file");
            patientColumn = column(head, PATIENT_COLUMNS, "the patient");
          } else {
            add(row, fileColumn, patientColumn);
          }
        }
      }
    } catch (UncheckedIOException broken) {
      throw told(broken, broken.getCause());
    } catch (IOException broken) {
      throw told(broken, broken);
    } catch (CsvParseException bad) {
      throw new ProblemException(
          unreadable("a cell or a line is too long, or a quotation mark is not closed").problem(),
          bad);
    }
    if (patientByFile.isEmpty()) {
      throw unreadable("it has no row with a file and a patient");
    }
  }

  private CsvReader<CsvRecord> rows(char separator, boolean strict) throws IOException {
    BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return CsvReader.builder()
        .fieldSeparator(separator)
        .ignoreDifferentFieldCount(true)
        .acceptCharsAfterQuotes(!strict)
        .maxBufferSize(LONGEST_CELL)
        .ofCsvRecord(text);
  }

  /** The separator with which the first line has both columns; a comma when none has. */
  private char separator() throws IOException {
    for (char separator : SEPARATORS) {
      try (CsvReader<CsvRecord> rows = rows(separator, false)) {
        List<String> head =
            rows.stream().findFirst().map(row -> head(row.getFields())).orElse(List.of());
        if (first(head, FILE_COLUMNS).isPresent() && first(head, PATIENT_COLUMNS).isPresent()) {
          return separator;
        }
      }
    }
    return SEPARATORS[0];
  }

  private static List<String> head(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
        .toList();
  }

  private static Optional<Integer> first(List<String> head, List<String> names) {
    return names.stream().map(head::indexOf).filter(i -> i >= 0).findFirst();
  }

  private int column(List<String> head, List<String> names, String what) {
    return first(head, names)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT,
                    "The table %s has no column for %s; its columns are %s."
                        .formatted(file, what, shortened(String.join(", ", head))),
                    "Name one of them " + String.join(", ", names) + "."));
  }

  static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + " …";
  }

  private void add(CsvRecord row, int fileColumn, int patientColumn) {
    String name = row.getFieldCount() > fileColumn ? path(row.getField(fileColumn)) : "";
    String patient = row.getFieldCount() > patientColumn ? row.getField(patientColumn).strip() : "";
    if (name.isEmpty()) {
      withoutFile++;
    } else if (patient.isEmpty()) {
      withoutPatient++;
    } else {
      String before = patientByFile.put(name, patient);
      if (before != null && !before.equals(patient)) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The table %s gives the image %s to two patients, %s and %s."
                .formatted(file, shortened(name), shortened(before), shortened(patient)),
            "Keep the right row.");
      }
    }
  }

  /** A path as sources have it: forward slashes, nothing that stands for "here". */
  private static String path(String cell) {
    return cell.strip().replace('\\', '/').replaceFirst("^(\\./+)+", "");
  }

  private ProblemException told(Exception broken, @Nullable Throwable cause) {
    return new ProblemException(
        unreadable(
                cause instanceof CharacterCodingException ? "it is not in UTF-8" : "it is damaged")
            .problem(),
        broken);
  }

  private ProblemException unreadable(String why) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The table %s cannot be used: %s.".formatted(file, why),
        "Save it as CSV in UTF-8, with a header that names a column file and a column patient.");
  }

  Path file() {
    return file;
  }

  /** The patient by what the table calls the file, at least one. */
  Map<String, String> patientByFile() {
    return Collections.unmodifiableMap(patientByFile);
  }

  /** How many rows name no file. */
  int withoutFile() {
    return withoutFile;
  }

  /** How many rows name a file but no patient. */
  int withoutPatient() {
    return withoutPatient;
  }
}
