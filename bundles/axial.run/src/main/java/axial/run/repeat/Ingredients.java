package axial.run.repeat;

import axial.data.Sample;
import axial.run.Provenance;
import axial.run.Provenance.BundleUse;
import axial.run.Repetition.Ingredient;
import axial.run.Repetition.Kind;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What went into two runs and differs. */
public final class Ingredients {

  private static final String NONE = "none";

  /** What may differ without a word: it decides how fast a run is, not what comes out. */
  private static final Set<String> VARYING = Set.of("heap.max.bytes");

  private final List<Ingredient> found = new ArrayList<>();

  private Ingredients() {}

  /** The differences, data first. */
  public static List<Ingredient> differences(RunRecord then, RunRecord now) {
    Ingredients ingredients = new Ingredients();
    ingredients.data(then, now);
    if (then.provenance().isPresent() && now.provenance().isPresent()) {
      Provenance before = then.provenance().get();
      Provenance after = now.provenance().get();
      ingredients.bundles(before, after);
      ingredients.platform(before.platform(), after.platform());
    }
    ingredients.extensions(then, now);
    ingredients.user(then, now);
    return List.copyOf(ingredients.found);
  }

  private void data(RunRecord then, RunRecord now) {
    List<Sample> before = then.data().map(RunRecord.DataRecord::samples).orElse(List.of());
    List<Sample> after = now.data().map(RunRecord.DataRecord::samples).orElse(List.of());
    ChangedImages changed = ChangedImages.between(before, after);
    if (!changed.isEmpty()) {
      add(Kind.DATA, "images", before.size() + " images", changed.text());
    } else if (!before.equals(after)) {
      add(Kind.DATA, "attributes or order of the images", "as recorded", "others");
    }
    String saidBefore = notes(then);
    String saidNow = notes(now);
    if (!saidBefore.equals(saidNow)) {
      add(Kind.DATA, "notes on the data", orNone(saidBefore), orNone(saidNow));
    }
  }

  private static String notes(RunRecord run) {
    return run.data().map(data -> String.join(" ", data.notes())).orElse("");
  }

  private void bundles(Provenance then, Provenance now) {
    Map<String, List<BundleUse>> before = byName(then);
    Map<String, List<BundleUse>> after = byName(now);
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      List<BundleUse> old = before.getOrDefault(name, List.of());
      List<BundleUse> present = after.getOrDefault(name, List.of());
      boolean counts = !old.isEmpty() && !present.isEmpty() || used(old) || used(present);
      if (counts && !contents(old).equals(contents(present))) {
        boolean sameVersions = versions(old).equals(versions(present));
        add(
            Kind.BUNDLE,
            name,
            sameVersions ? contents(old) : versions(old),
            sameVersions ? contents(present) : versions(present));
      }
    }
  }

  private static Map<String, List<BundleUse>> byName(Provenance provenance) {
    return provenance.bundles().stream().collect(Collectors.groupingBy(BundleUse::symbolicName));
  }

  private static boolean used(List<BundleUse> bundles) {
    return bundles.stream().anyMatch(bundle -> !bundle.services().isEmpty());
  }

  private static String versions(List<BundleUse> bundles) {
    return bundles.isEmpty()
        ? NONE
        : bundles.stream().map(BundleUse::version).collect(Collectors.joining(" and "));
  }

  private static String contents(List<BundleUse> bundles) {
    return bundles.isEmpty()
        ? NONE
        : bundles.stream()
            .map(b -> b.version() + " of SHA-256 " + b.sha256())
            .collect(Collectors.joining(" and "));
  }

  /** What an older run did not write down is not compared. */
  private void platform(Map<String, String> then, Map<String, String> now) {
    new TreeMap<>(then)
        .forEach(
            (key, before) -> {
              String after = now.getOrDefault(key, NONE);
              if (!before.equals(after) && !VARYING.contains(key)) {
                add(kind(key), key, before, after);
              }
            });
  }

  private static Kind kind(String key) {
    if (key.startsWith("java.")) {
      return Kind.JAVA;
    }
    if (key.endsWith(".threads")) {
      return Kind.THREADS;
    }
    if (key.startsWith("processor")) {
      return Kind.PROCESSOR;
    }
    return key.startsWith("os.") ? Kind.SYSTEM : Kind.LIBRARY;
  }

  private void extensions(RunRecord then, RunRecord now) {
    String before = String.join(" ", then.failures());
    String after = String.join(" ", now.failures());
    if (!before.equals(after)) {
      add(Kind.EXTENSION, "set aside", orNone(before), orNone(after));
    }
    Set<String> left = new TreeSet<>();
    then.spec().evaluators().forEach(choice -> left.add(choice.id()));
    then.spec().explainers().forEach(choice -> left.add(choice.id()));
    now.spec().evaluators().forEach(choice -> left.remove(choice.id()));
    now.spec().explainers().forEach(choice -> left.remove(choice.id()));
    left.forEach(id -> add(Kind.EXTENSION, id, "used", "missing"));
  }

  private void user(RunRecord then, RunRecord now) {
    String before = ended(then);
    String after = ended(now);
    if (!before.equals(after)) {
      add(Kind.USER, "end of the training", before, after);
    }
  }

  private static String ended(RunRecord run) {
    return run.endedByUser() ? "asked for after epoch " + run.epochs().size() : "as planned";
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }

  private void add(Kind kind, String name, String then, String now) {
    found.add(new Ingredient(kind, name, then, now));
  }
}
