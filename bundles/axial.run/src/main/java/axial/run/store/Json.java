package axial.run.store;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Layer;
import axial.model.Optimizer;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads and writes the JSON files of a run. Every file is an object with a {@code format} number;
 * unknown fields and newer formats are refused, and types are named by short fixed words, never by
 * class names.
 */
final class Json {

  /** The format that is written, and the newest that is read. */
  static final int FORMAT = 1;

  private static final String FORMAT_FIELD = "format";

  private final ObjectMapper mapper;

  Json() {
    this(false);
  }

  /**
   * Reads and writes.
   *
   * @param complete whether values that are missing or null are refused
   */
  Json(boolean complete) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .build())
            .build();
    mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, complete)
            .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, complete)
            .addMixIn(Layer.class, LayerTypes.class)
            .addMixIn(Optimizer.class, OptimizerTypes.class)
            .build();
  }

  /** A value as an indented object with its format. */
  byte[] file(Object value) {
    try {
      ObjectNode node = mapper.createObjectNode().put(FORMAT_FIELD, FORMAT);
      node.setAll((ObjectNode) mapper.valueToTree(value));
      return (mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n")
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A record could not be written as JSON.", impossible);
    }
  }

  /** A value on one line. */
  String line(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A record could not be written as JSON.", impossible);
    }
  }

  /** Reads what {@link #file} wrote. */
  <T> T read(Path file, byte[] bytes, Class<T> type) {
    return read(file, bytes, type, Map.of());
  }

  /**
   * Reads what {@link #file} wrote.
   *
   * @param later values that older files lack, with what they were before
   */
  <T> T read(Path file, byte[] bytes, Class<T> type, Map<String, Object> later) {
    try {
      JsonNode node = mapper.readTree(bytes);
      if (!(node instanceof ObjectNode object) || !node.path(FORMAT_FIELD).isInt()) {
        throw damaged(file, "it has no format number");
      }
      int format = object.remove(FORMAT_FIELD).intValue();
      if (format > FORMAT) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The file %s has format %d; this Axial reads up to %d.".formatted(file, format, FORMAT),
            "Use the newer Axial that wrote it.");
      }
      later.forEach((name, value) -> object.putIfAbsent(name, mapper.valueToTree(value)));
      return mapper.treeToValue(object, type);
    } catch (java.io.IOException | IllegalArgumentException broken) {
      throw damaged(file, firstLine(broken));
    }
  }

  /** Reads what {@link #line} wrote. */
  <T> T readLine(Path file, String line, Class<T> type) {
    try {
      return mapper.readValue(line, type);
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      throw damaged(file, firstLine(broken));
    }
  }

  private static String firstLine(Exception broken) {
    String message = broken.getMessage();
    return message == null ? "it is no JSON" : message.lines().findFirst().orElse("it is no JSON");
  }

  private static ProblemException damaged(Path file, String why) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The file %s is damaged: %s.".formatted(file, why),
        "Restore it from a copy, or make the run again.");
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Layer.Convolution.class, name = "convolution"),
    @JsonSubTypes.Type(value = Layer.MaxPooling.class, name = "max-pooling"),
    @JsonSubTypes.Type(value = Layer.GlobalAveragePooling.class, name = "global-average-pooling"),
    @JsonSubTypes.Type(value = Layer.BatchNormalization.class, name = "batch-normalization"),
    @JsonSubTypes.Type(value = Layer.Dropout.class, name = "dropout"),
    @JsonSubTypes.Type(value = Layer.Residual.class, name = "residual"),
    @JsonSubTypes.Type(value = Layer.Flatten.class, name = "flatten"),
    @JsonSubTypes.Type(value = Layer.Dense.class, name = "dense")
  })
  private interface LayerTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Optimizer.Adam.class, name = "adam"),
    @JsonSubTypes.Type(value = Optimizer.RmsProp.class, name = "rmsprop"),
    @JsonSubTypes.Type(value = Optimizer.Sgd.class, name = "sgd")
  })
  private interface OptimizerTypes {}
}
