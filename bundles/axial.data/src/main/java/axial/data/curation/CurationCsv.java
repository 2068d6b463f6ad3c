package axial.data.curation;

import axial.data.Curation;
import axial.data.Curation.Action;
import axial.data.Curation.Edit;
import axial.job.Problem;
import axial.job.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A curation as CSV (RFC 4180, UTF-8): {@code id,source,action,label,reason}. */
final class CurationCsv {

  private static final List<String> HEAD = List.of("id", "source", "action", "label", "reason");
  private static final int LONGEST_CELL = 1 << 20;

  private CurationCsv() {}

  static byte[] text(Curation curation) {
    StringWriter text = new StringWriter();
    try (CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      rows.writeRecord(HEAD);
      for (Edit edit : curation.edits()) {
        rows.writeRecord(
            edit.id(), edit.source(), word(edit.action()), edit.label(), edit.reason());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String word(Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #text} wrote, or a person in a spreadsheet.
   *
   * @param file for messages
   */
  static Curation read(Path file, byte[] bytes) {
    Reader utf8 =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
    List<Edit> edits = new ArrayList<>();
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().maxBufferSize(LONGEST_CELL).ofCsvRecord(utf8)) {
      boolean head = true;
      for (CsvRecord row : rows) {
        if (head) {
          requireHead(file, row);
          head = false;
        } else {
          edits.add(edit(file, row));
        }
      }
      if (head) {
        throw damaged(file, "it is empty");
      }
      return new Curation(edits);
    } catch (IOException | UncheckedIOException broken) {
      throw new ProblemException(damaged(file, "it is not in UTF-8").problem(), broken);
    } catch (CsvParseException broken) {
      throw new ProblemException(
          damaged(file, "its rows differ in length, or a quotation mark is not closed").problem(),
          broken);
    } catch (IllegalArgumentException twice) {
      throw new ProblemException(
          damaged(file, "two of its rows do the same to one image").problem(), twice);
    }
  }

  private static void requireHead(Path file, CsvRecord row) {
    List<String> cells = new ArrayList<>(row.getFields());
    cells.set(0, cells.get(0).replace("\uFEFF", ""));
    if (!cells.equals(HEAD)) {
      throw damaged(file, "its first line is not " + String.join(",", HEAD));
    }
  }

  private static Edit edit(Path file, CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != HEAD.size()) {
      throw damaged(file, "line %d has not %d cells".formatted(line, HEAD.size()));
    }
    String word = row.getField(2).strip();
    Optional<Action> action =
        Arrays.stream(Action.values()).filter(a -> word(a).equals(word)).findFirst();
    if (action.isEmpty()) {
      throw damaged(
          file,
          "line %d has the action \"%s\", and there are only %s"
              .formatted(
                  line,
                  word.length() > 40 ? word.substring(0, 40) + "…" : word,
                  Arrays.stream(Action.values())
                      .map(CurationCsv::word)
                      .collect(Collectors.joining(", "))));
    }
    try {
      return new Edit(
          row.getField(0).strip(), row.getField(1), action.get(), row.getField(3), row.getField(4));
    } catch (IllegalArgumentException bad) {
      throw new ProblemException(
          damaged(
                  file,
                  ("line %d needs an id, a source, and a label if and only if it relabels, or names"
                          + " another content that it is distinct from")
                      .formatted(line))
              .problem(),
          bad);
    }
  }

  private static ProblemException damaged(Path file, String why) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The edits in %s cannot be used: %s.".formatted(file, why),
        "Mend or restore the file, or leave the setting edits empty.");
  }
}
