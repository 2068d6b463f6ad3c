package axial.run.crate;

import axial.run.Provenance;
import axial.run.RunRecord;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The description of a crate: plain JSON-LD, flat, in the terms of RO-Crate 1.1. */
final class Metadata {

  private static final String CRATE = "https://w3id.org/ro/crate/1.1";
  private static final String RUN_TERMS = "https://w3id.org/ro/terms/workflow-run/context";
  private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
  private static final String ID = "@id";
  private static final String TYPE = "@type";

  private final ObjectMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxStringLength(1_000_000)
                          .maxNumberLength(30)
                          .build())
                  .build())
          .build();
  private final ArrayNode graph = mapper.createArrayNode();

  /**
   * What a crate holds.
   *
   * @param run the name of the run
   */
  record Contents(String run, List<CrateFile> files) {}

  /**
   * Describes a run.
   *
   * @param ended when it was finished, ISO 8601
   * @param images whether the images of the data are in the crate
   */
  byte[] describe(RunRecord run, Optional<String> ended, List<CrateFile> files, boolean images) {
    ObjectNode self = entity(CrateFile.METADATA, "CreativeWork");
    self.set("conformsTo", reference(CRATE));
    self.set("about", reference("./"));
    root(run, files);
    files.forEach(this::file);
    ObjectNode profile = entity(PROFILE, "CreativeWork");
    profile.put("name", "Process Run Crate").put("version", "0.5");
    data(run, images);
    software(run);
    action(run, ended, files);
    ObjectNode document = mapper.createObjectNode();
    document.putArray("@context").add(CRATE + "/context").add(RUN_TERMS);
    document.set("@graph", graph);
    try {
      return (mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree could not be written as JSON.", impossible);
    }
  }

  private void root(RunRecord run, List<CrateFile> files) {
    ObjectNode root = entity("./", "Dataset");
    root.put("identifier", run.id());
    root.put("name", "Run " + run.id() + " of Axial");
    root.put(
        "description",
        "A training of the network %s on %s, with everything that is needed to repeat it. Research"
                .formatted(run.network().name(), run.data().map(d -> d.name()).orElse("its data"))
            + " software, not a medical device: not for diagnosis.");
    root.put("datePublished", LocalDate.now(ZoneOffset.UTC).toString());
    root.put("license", "Not stated; ask who has sent this.");
    root.set("conformsTo", reference(PROFILE));
    ArrayNode parts = root.putArray("hasPart");
    files.forEach(file -> parts.add(reference(file.name())));
    root.putArray("mentions").add(reference("#run"));
  }

  private void file(CrateFile file) {
    entity(file.name(), "File")
        .put("name", file.name())
        .put("contentSize", Long.toString(file.bytes()))
        .put("sha256", file.sha256())
        .put("encodingFormat", file.encodingFormat());
  }

  private void data(RunRecord run, boolean images) {
    ObjectNode data = entity("#data", "Dataset");
    data.put("name", run.data().map(RunRecord.DataRecord::name).orElse(run.spec().data()));
    data.put(
        "description",
        "%d images, each listed in manifest.jsonl with the SHA-256 of its pixels; the images %s."
            .formatted(
                run.data().map(d -> d.samples().size()).orElse(0),
                images ? "are in the folder images" : "are not in this crate"));
    run.provenance().ifPresent(p -> data.put("sha256", p.dataSha256()));
  }

  private void software(RunRecord run) {
    List<Provenance.BundleUse> bundles =
        run.provenance().map(Provenance::bundles).orElse(List.of());
    ObjectNode axial = entity("#axial", "SoftwareApplication");
    axial.put("name", "Axial");
    bundles.stream()
        .filter(bundle -> bundle.symbolicName().equals("axial.run"))
        .findFirst()
        .ifPresent(bundle -> axial.put("softwareVersion", bundle.version()));
    ArrayNode requirements = axial.putArray("softwareRequirements");
    for (Provenance.BundleUse bundle : bundles) {
      String id = "#bundle/%s/%s".formatted(bundle.symbolicName(), bundle.version());
      requirements.add(reference(id));
      entity(id, "SoftwareApplication")
          .put("name", bundle.symbolicName())
          .put("softwareVersion", bundle.version())
          .put("sha256", bundle.sha256());
    }
  }

  private void action(RunRecord run, Optional<String> ended, List<CrateFile> files) {
    ObjectNode action = entity("#run", "CreateAction");
    action.put("name", "Training of " + run.network().name());
    action.put("startTime", run.created().toString());
    ended.ifPresent(time -> action.put("endTime", time));
    action.set("actionStatus", reference("http://schema.org/CompletedActionStatus"));
    action.set("instrument", reference("#axial"));
    ArrayNode objects = action.putArray("object").add(reference("#data"));
    ArrayNode results = action.putArray("result");
    for (CrateFile file : files) {
      if (List.of("spec.json", CrateFile.LOCK).contains(file.name())) {
        objects.add(reference(file.name()));
      } else if (!file.name().startsWith(CrateFile.IMAGES)) {
        results.add(reference(file.name()));
      }
    }
    ArrayNode environment = action.putArray("environment");
    run.provenance()
        .ifPresent(
            provenance ->
                provenance
                    .platform()
                    .forEach(
                        (name, value) -> {
                          environment.add(reference("#platform/" + name));
                          entity("#platform/" + name, "PropertyValue")
                              .put("name", name)
                              .put("value", value);
                        }));
  }

  private ObjectNode entity(String id, String type) {
    return graph.addObject().put(ID, escaped(id)).put(TYPE, type);
  }

  private ObjectNode reference(String id) {
    return mapper.createObjectNode().put(ID, escaped(id));
  }

  /** An id is an URI reference: what may not stand in one is written as %XX. */
  private static String escaped(String id) {
    StringBuilder text = new StringBuilder();
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7f && "\"%<>\\^`{|}".indexOf(b) < 0) {
        text.append((char) b);
      } else {
        text.append(String.format(java.util.Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return text.toString();
  }

  /**
   * Reads what {@link #describe} wrote.
   *
   * @throws Unpacking.Refused that says in words what is wrong
   */
  Contents read(byte[] bytes) throws IOException {
    JsonNode document;
    try {
      document = mapper.readTree(bytes);
    } catch (JsonProcessingException broken) {
      throw (Unpacking.Refused)
          new Unpacking.Refused("its description is no JSON").initCause(broken);
    }
    String run = "";
    List<CrateFile> files = new ArrayList<>();
    for (JsonNode entity : document.path("@graph")) {
      if (entity.path(ID).asText().equals("./")) {
        run = entity.path("identifier").asText();
      } else if (entity.path(TYPE).asText().equals("File")) {
        files.add(file(entity));
      }
    }
    if (!run.matches("[A-Za-z0-9][A-Za-z0-9 _.-]{0,99}") || run.endsWith(".")) {
      throw new Unpacking.Refused("its description names no run of Axial");
    }
    return new Contents(run, List.copyOf(files));
  }

  private static CrateFile file(JsonNode entity) throws IOException {
    String name = entity.path("name").asText();
    String size = entity.path("contentSize").asText();
    String sha256 = entity.path("sha256").asText();
    if (!size.matches("[0-9]{1,15}") || !sha256.matches("[0-9a-f]{64}")) {
      throw new Unpacking.Refused(
          "its description gives no size or no SHA-256 of \"" + name + "\"");
    }
    return new CrateFile(name, Long.parseLong(size), sha256);
  }
}
