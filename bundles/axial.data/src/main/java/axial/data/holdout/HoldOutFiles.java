package axial.data.holdout;

import axial.data.HoldOut;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of hold-outs: {@code <name>.json} with a hash over all its values, and {@code
 * <name>.uses.json} with what they were used for. Each is written beside its place and moved there.
 */
final class HoldOutFiles {

  private static final String ENDING = ".json";
  private static final String USES_ENDING = ".uses.json";
  private static final String HASH = "sha256";
  private static final String FORMAT = "format";
  private static final int NEWEST = 1;

  /** {@code <name>.json} but for format and hash. */
  private record Stored(
      String name,
      String frozen,
      String data,
      Choice source,
      Map<String, String> classes,
      Set<String> companions) {}

  /** {@code <name>.uses.json} but for the format. */
  private record StoredUses(List<StoredUse> uses) {}

  private record StoredUse(String time, String run, Map<String, Double> figures) {}

  private final Path folder;
  private final ObjectMapper mapper;

  HoldOutFiles(Path folder) {
    this.folder = folder;
    this.mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(1_000_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
  }

  Path folder() {
    return folder;
  }

  /** The names of all hold-outs, in their order. */
  List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING) && !name.endsWith(USES_ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The folder of hold-outs " + folder + " cannot be listed.",
              "Check that you may read it."),
          broken);
    }
  }

  boolean exists(String name) {
    return Files.exists(folder.resolve(name + ENDING));
  }

  HoldOut read(String name) {
    Path file = folder.resolve(name + ENDING);
    ObjectNode node = object(file);
    JsonNode hash = node.remove(HASH);
    if (hash == null || !hash.isTextual() || !hash.textValue().equals(hash(node))) {
      throw changed(file);
    }
    try {
      Stored stored = mapper.treeToValue(withoutFormat(file, node), Stored.class);
      if (!stored.name().equals(name)) {
        throw changed(file);
      }
      return new HoldOut(
          name,
          Instant.parse(stored.frozen()),
          stored.data(),
          stored.source(),
          stored.classes(),
          stored.companions());
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException broken) {
      throw new ProblemException(changed(file).problem(), broken);
    }
  }

  void write(HoldOut holdOut) {
    ObjectNode node =
        object(
            new Stored(
                holdOut.name(),
                holdOut.frozen().toString(),
                holdOut.data(),
                holdOut.source(),
                holdOut.classes(),
                holdOut.companions()));
    write(folder.resolve(holdOut.name() + ENDING), node.put(HASH, hash(node)));
  }

  List<HoldOut.Use> uses(String name) {
    Path file = folder.resolve(name + USES_ENDING);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return mapper.treeToValue(withoutFormat(file, object(file)), StoredUses.class).uses().stream()
          .map(use -> new HoldOut.Use(Instant.parse(use.time()), use.run(), use.figures()))
          .toList();
    } catch (JsonProcessingException | DateTimeException broken) {
      throw new ProblemException(damaged(file), broken);
    }
  }

  void writeUses(String name, List<HoldOut.Use> uses) {
    List<StoredUse> stored =
        uses.stream()
            .map(use -> new StoredUse(use.time().toString(), use.run(), use.figures()))
            .toList();
    write(folder.resolve(name + USES_ENDING), object(new StoredUses(stored)));
  }

  private ObjectNode object(Object value) {
    ObjectNode node = mapper.createObjectNode().put(FORMAT, NEWEST);
    node.setAll((ObjectNode) mapper.valueToTree(value));
    return node;
  }

  private ObjectNode object(Path file) {
    try {
      if (mapper.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException broken) {
      throw new ProblemException(damaged(file), broken);
    }
    throw new ProblemException(damaged(file));
  }

  private static ObjectNode withoutFormat(Path file, ObjectNode node) {
    JsonNode format = node.remove(FORMAT);
    if (format == null || !format.isInt()) {
      throw new ProblemException(damaged(file));
    }
    if (format.intValue() > NEWEST) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The file %s has format %d; this Axial reads up to %d."
              .formatted(file, format.intValue(), NEWEST),
          "Use the newer Axial that wrote it.");
    }
    return node;
  }

  /** The hash of an object's values; spaces and line ends play no part. */
  private static String hash(ObjectNode node) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(node.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  private void write(Path file, ObjectNode node) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(folder);
      Files.writeString(part, node.toPrettyString() + "\n");
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      throw unwritable(file, broken);
    }
  }

  static ProblemException unwritable(Path file, IOException broken) {
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The file %s cannot be written (%s)."
                .formatted(file, broken.getClass().getSimpleName()),
            "Check that its folder can be written and that the disk has room."),
        broken);
  }

  private static ProblemException changed(Path file) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The hold-out in " + file + " was changed after it was frozen, or is damaged.",
        "Restore it from a copy; nothing is trained until it is known what is frozen.");
  }

  private static Problem damaged(Path file) {
    return new Problem(
        Problem.Kind.INPUT, "The file " + file + " is damaged.", "Restore it from a copy.");
  }
}
