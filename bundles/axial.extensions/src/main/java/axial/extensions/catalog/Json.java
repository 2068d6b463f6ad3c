package axial.extensions.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes JSON objects with a {@code format} number. Unknown fields, repeated fields and
 * newer formats are refused; types are never named in a file. The same value gives the same bytes.
 */
public final class Json {

  private static final int FORMAT = 1;
  private static final String FORMAT_FIELD = "format";

  private final ObjectMapper mapper;

  /** A reader and writer. */
  public Json() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(100_000)
                    .maxNumberLength(20)
                    .build())
            .build();
    mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /** A value as an indented object. */
  public byte[] write(Object value) {
    try {
      ObjectNode node = mapper.createObjectNode().put(FORMAT_FIELD, FORMAT);
      node.setAll((ObjectNode) mapper.valueToTree(value));
      return (mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node).replace("\r", "")
              + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A record could not be written as JSON.", impossible);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public <T> T read(byte[] bytes, Class<T> type) {
    try {
      JsonNode node = mapper.readTree(bytes);
      if (!(node instanceof ObjectNode object) || !node.path(FORMAT_FIELD).isInt()) {
        throw new IllegalArgumentException("it has no format number");
      }
      int format = object.remove(FORMAT_FIELD).intValue();
      if (format > FORMAT) {
        throw new IllegalArgumentException(
            "it has format %d and this Axial reads up to %d".formatted(format, FORMAT));
      }
      return mapper.treeToValue(object, type);
    } catch (IOException broken) {
      throw new IllegalArgumentException(inWords(broken), broken);
    }
  }

  private static String inWords(IOException broken) {
    Throwable cause = broken;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return cause instanceof IllegalArgumentException && message != null
        ? message
        : message == null
            ? "it is no JSON"
            : message.lines().findFirst().orElse("it is no JSON").replaceAll("\\s*\\(.*", "");
  }
}
