package axial.run;

import axial.eval.EvaluationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of making a run again from its record. Times, memory and the names of folders are not
 * compared.
 *
 * @param original the run that was repeated
 * @param repeated the new run
 * @param ingredients what went into them and differs
 * @param results what came out of them, in the order of the stages
 */
public record Repetition(
    RunRecord original, RunRecord repeated, List<Ingredient> ingredients, List<Result> results) {

  /** Copies the lists. */
  public Repetition {
    ingredients = List.copyOf(ingredients);
    results = List.copyOf(results);
  }

  /** The sorts of ingredient. */
  public enum Kind {
    /** Images, their classes and groups. */
    DATA("data"),
    /** A bundle by version or content. */
    BUNDLE("bundle"),
    /** An extension that was set aside in one of the runs, or was left out. */
    EXTENSION("extension"),
    /** The Java that it ran on. */
    JAVA("Java"),
    /** The processor. */
    PROCESSOR("processor"),
    /** A native library. */
    LIBRARY("native library"),
    /** The user, who ended one training before its time. */
    USER("user"),
    /** How many threads computed. */
    THREADS("threads"),
    /** The operating system. */
    SYSTEM("system");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What a person calls it. */
    public String words() {
      return words;
    }
  }

  /**
   * Something that went into the runs and differs.
   *
   * @param name which one, such as the bundle's name
   * @param then what it was in the original
   * @param now what it is in the repeated run
   */
  public record Ingredient(Kind kind, String name, String then, String now) {}

  /**
   * Something that came out of the runs.
   *
   * @param what in a few words, such as "predictions"
   * @param difference how it differs, in words; empty when it is equal bit by bit
   */
  public record Result(Stage stage, String what, String difference) {

    /** Whether it is equal bit by bit. */
    public boolean equal() {
      return difference.isEmpty();
    }
  }

  /** Whether every result is equal bit by bit. */
  public boolean equal() {
    return results.stream().allMatch(Result::equal);
  }

  /** Where the results first part. */
  public Optional<Result> firstDifference() {
    return results.stream().filter(result -> !result.equal()).findFirst();
  }

  /** The outcome in a sentence or two. */
  public String text() {
    String differing =
        ingredients.stream()
            .map(i -> i.kind().words())
            .distinct()
            .collect(Collectors.joining(", "));
    Optional<Result> first = firstDifference();
    if (first.isEmpty()) {
      return "Bit-equal: every result is the same"
          + (differing.isEmpty() ? "." : ", although this differs: " + differing + ".");
    }
    return "Not bit-equal: the results first part at the stage %s, %s. %s"
        .formatted(
            first.get().stage().label(),
            first.get().what(),
            differing.isEmpty()
                ? "No ingredient on record differs, so the cause is one that runs do not record."
                : "What differs: " + differing + ".");
  }

  /** Ingredients that differ and all results, in rows. */
  public EvaluationTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (Ingredient i : ingredients) {
      rows.add(
          List.of(
              "ingredient",
              i.kind().words() + ": " + i.name(),
              i.then() + " then, " + i.now() + " now"));
    }
    for (Result r : results) {
      rows.add(
          List.of(r.stage().label(), r.what(), r.equal() ? "equal" : "differs: " + r.difference()));
    }
    return new EvaluationTable(
        "repetition", "What was repeated", List.of("stage", "what", "outcome"), rows);
  }
}
