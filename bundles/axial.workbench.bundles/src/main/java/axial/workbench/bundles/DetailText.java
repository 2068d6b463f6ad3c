package axial.workbench.bundles;

import axial.run.Extensions.State;
import axial.run.Extensions.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is known of a bundle as sections of plain words. */
final class DetailText {

  private static final List<Map.Entry<String, String>> HEADERS =
      List.of(
          Map.entry("Bundle-License", "Licence"),
          Map.entry("Bundle-Vendor", "Made by"),
          Map.entry("Bundle-DocURL", "Documentation"),
          Map.entry("Bundle-Copyright", "Copyright"),
          Map.entry("Fragment-Host", "Part of"));

  private DetailText() {}

  /** A heading and its lines. */
  record Section(String title, List<String> lines) {}

  /** The sections that have something to say, in their order. */
  static List<Section> of(BundleRow row) {
    BundleInfo bundle = row.bundle();
    List<Section> sections = new ArrayList<>();
    add(sections, "What it is", about(bundle));
    add(sections, "Brings", brings(bundle));
    add(
        sections,
        "Used by",
        Stream.concat(
                bundle.holders().stream().distinct().map(holder -> "The " + holder),
                bundle.neededBy().stream())
            .toList());
    add(sections, "Needs the packages", bundle.wants());
    add(sections, "Gives the packages", bundle.gives());
    for (Map.Entry<String, String> header : HEADERS) {
      String value = bundle.headers().get(header.getKey());
      if (value != null && !value.isBlank()) {
        add(sections, header.getValue(), List.of(plain(value)));
      }
    }
    add(sections, "From", bundle.from().isEmpty() ? List.of() : List.of(bundle.from()));
    add(sections, "Size", row.size().isEmpty() ? List.of() : List.of(row.size()));
    return sections;
  }

  private static void add(List<Section> sections, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(title, lines));
    }
  }

  private static List<String> about(BundleInfo bundle) {
    return Stream.of("Bundle-Name", "Bundle-Description")
        .map(key -> bundle.headers().getOrDefault(key, ""))
        .filter(text -> !text.isBlank() && !text.equals(bundle.symbolicName()))
        .distinct()
        .toList();
  }

  private static List<String> brings(BundleInfo bundle) {
    List<String> lines = new ArrayList<>();
    for (Status status : bundle.extensions()) {
      if (!status.type().equals("Bundle")) {
        lines.add(
            ExtensionWords.of(status.type())
                + " "
                + status.id()
                + (status.state() == State.USABLE ? "" : ", " + words(status.state())));
      }
    }
    bundle.views().forEach(title -> lines.add("View " + title));
    return lines;
  }

  private static String words(State state) {
    return switch (state) {
      case USABLE -> "usable";
      case SHADOWED -> "outranked by another of its name";
      case RETIRING -> "it goes when nobody uses it any more";
      case BROKEN -> "broken";
      case UNRESOLVED -> "incomplete";
    };
  }

  /** A header without its parameters: {@code Apache-2.0;link="..."} is Apache-2.0. */
  private static String plain(String header) {
    return header.replaceAll(";\\s*[\\w-]+:?=\\s*(\"[^\"]*\"|[^;,]*)", "").strip();
  }
}
