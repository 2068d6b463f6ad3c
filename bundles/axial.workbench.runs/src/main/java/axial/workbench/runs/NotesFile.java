package axial.workbench.runs;

import axial.job.Problem;
import axial.job.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The file {@code notes.json} of a run: read whole, written whole. Thread-safe. */
final class NotesFile {

  static final String NAME = "notes.json";
  private static final int FORMAT = 1;
  private static final long LARGEST = 1 << 20;

  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * The notes of a run; none when there is no file.
   *
   * @throws ProblemException of kind INPUT when the file cannot be understood
   */
  RunNotes read(Path run) {
    Path file = run.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        return RunNotes.NONE;
      }
      if (Files.size(file) > LARGEST) {
        throw unreadable(file, "is larger than 1 MiB", new IOException("too large"));
      }
      JsonNode node = mapper.readTree(Files.readAllBytes(file));
      if (node == null || !node.isObject() || node.path("format").asInt() != FORMAT) {
        throw unreadable(file, "is not of format " + FORMAT, new IOException("format"));
      }
      List<String> tags = new ArrayList<>();
      node.path("tags").forEach(tag -> tags.add(tag.asText()));
      return new RunNotes(node.path("text").asText(""), tags);
    } catch (IOException broken) {
      throw unreadable(file, "cannot be read", broken);
    }
  }

  /**
   * Writes the notes of a run; empty ones remove the file.
   *
   * @throws ProblemException of kind OUTPUT when it cannot be written
   */
  void write(Path run, RunNotes notes) {
    Path file = run.resolve(NAME);
    Path part = run.resolve(NAME + ".part");
    try {
      if (notes.empty()) {
        Files.deleteIfExists(file);
        return;
      }
      ObjectNode node = mapper.createObjectNode().put("format", FORMAT).put("text", notes.text());
      ArrayNode tags = node.putArray("tags");
      notes.tags().forEach(tags::add);
      String json = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
      Files.write(part, json.getBytes(StandardCharsets.UTF_8));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The notes cannot be written to " + file + ".",
              "Check that the run is still there and that its folder can be written."),
          broken);
    }
  }

  private static ProblemException unreadable(Path file, String why, IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.INPUT,
            "The file " + file + " " + why + ".",
            "Mend it or move it away; then the run has no notes."),
        cause);
  }
}
