package axial.workbench.data.image;

import axial.data.Sample;
import axial.data.Split;
import axial.workbench.data.work.Found;
import axial.workbench.data.work.Marks;
import axial.workbench.data.work.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known about an image, in the order in which it is shown. */
final class Facts {

  private static final Set<String> TOLD_OTHERWISE = Set.of("width", "height", "bytes");
  private static final int SHORT_ID = 12;

  private Facts() {}

  static Map<String, String> of(
      Found found, Marks marks, Sample sample, Optional<Split.Part> part) {
    Map<String, String> facts = new LinkedHashMap<>();
    int label = marks.label(sample);
    String name = found.dataset().labels().name(label);
    facts.put(
        "Class",
        label == sample.label()
            ? name
            : "%s (found as %s)".formatted(name, found.dataset().labels().name(sample.label())));
    if (marks.excluded(sample)) {
      facts.put("State", "Excluded by hand");
    }
    facts.put("Group", sample.group().equals(sample.source()) ? "On its own" : sample.group());
    part.ifPresent(known -> facts.put("Part", Words.part(known)));
    Map<String, String> attributes = sample.attributes();
    if (attributes.containsKey("width") && attributes.containsKey("height")) {
      facts.put(
          "Size", attributes.get("width") + " \u00d7 " + attributes.get("height") + " pixels");
    }
    attributes.forEach(
        (key, value) -> {
          if (!TOLD_OTHERWISE.contains(key)) {
            facts.put(Character.toUpperCase(key.charAt(0)) + key.substring(1), value);
          }
        });
    String bytes = attributes.getOrDefault("bytes", "");
    if (bytes.matches("[0-9]{1,15}")) {
      facts.put("File", "%,d bytes".formatted(Long.parseLong(bytes)));
    }
    facts.put("Content", sample.id().substring(0, Math.min(SHORT_ID, sample.id().length())));
    return facts;
  }
}
