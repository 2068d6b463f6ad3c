package axial.run.repeat;

import axial.data.Split;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Repetition.Result;
import axial.run.RunRecord;
import axial.run.Stage;
import axial.train.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares what came out of two runs, file by file; the first run may hold more than the second.
 */
public final class Results {

  /** What is compared by its meaning, or holds times, memory or the name of the run. */
  private static final Set<String> NOT_BY_BYTES =
      Set.of(
          "status.json",
          "events.jsonl",
          "provenance.json",
          "report.html",
          "spec.json",
          "network.json",
          "manifest.jsonl",
          "data.json",
          "split.json",
          "model.zip",
          "predictions.csv",
          "edits.csv",
          ".lock");

  private static final List<String> FIGURES =
      List.of("loss", "accuracy", "recall", "val_loss", "val_accuracy", "val_recall");

  private final RunRecord then;
  private final RunRecord now;
  private final List<Result> results = new ArrayList<>();

  private Results(RunRecord then, RunRecord now) {
    this.then = then;
    this.now = now;
  }

  /** The results of all stages, in their order. */
  public static List<Result> compared(RunRecord then, RunRecord now) {
    Results results = new Results(then, now);
    results.preparation();
    results.training();
    results.rest();
    return List.copyOf(results.results);
  }

  private void preparation() {
    bytes(Stage.LOAD, "data manifest", "manifest.jsonl");
    add(
        Stage.DEDUPLICATE,
        "duplicates",
        then.data()
                .map(RunRecord.DataRecord::duplicateGroups)
                .equals(now.data().map(RunRecord.DataRecord::duplicateGroups))
            ? ""
            : "other groups");
    add(Stage.SPLIT, "split", parts());
  }

  private String parts() {
    List<String> differing = new ArrayList<>();
    for (Split.Part part : Split.Part.values()) {
      if (!then.split().map(s -> s.part(part)).equals(now.split().map(s -> s.part(part)))) {
        differing.add(part.label());
      }
    }
    return differing.isEmpty() ? "" : "other images in " + String.join(", ", differing);
  }

  private void training() {
    add(Stage.TRAIN, "network", then.network().equals(now.network()) ? "" : "another network");
    add(Stage.TRAIN, "epochs", epochs());
    bytes(Stage.TRAIN, "model", "model.zip");
  }

  private String epochs() {
    int common = Math.min(then.epochs().size(), now.epochs().size());
    for (int i = 0; i < common; i++) {
      Epoch before = then.epochs().get(i);
      Epoch after = now.epochs().get(i);
      if (!figures(before).equals(figures(after))) {
        return "from epoch %d on%s".formatted(before.number(), figure(before, after));
      }
    }
    return then.epochs().size() == now.epochs().size()
        ? ""
        : "%d epochs then, %d now".formatted(then.epochs().size(), now.epochs().size());
  }

  /** The first figure that differs, with all its digits. */
  private static String figure(Epoch then, Epoch now) {
    return FIGURES.stream()
        .filter(name -> Double.compare(then.figure(name), now.figure(name)) != 0)
        .findFirst()
        .map(name -> ": %s %s then, %s now".formatted(name, then.figure(name), now.figure(name)))
        .orElse("");
  }

  /** An epoch without its times. */
  private static Epoch figures(Epoch epoch) {
    return new Epoch(
        epoch.number(),
        epoch.train(),
        epoch.validation(),
        epoch.learningRate(),
        epoch.nextLearningRate(),
        0,
        Epoch.Times.UNKNOWN);
  }

  private void rest() {
    String predicted = difference("predictions.csv");
    add(Stage.EVALUATE, "predictions", predicted.isEmpty() ? "" : predictions());
    Set<String> explained = new TreeSet<>();
    for (String file : files(now.folder())) {
      if (file.startsWith("explanations/")) {
        explained.add(file);
      } else if (!file.startsWith("checkpoint/")
          && !NOT_BY_BYTES.contains(file)
          && Files.exists(then.folder().resolve(file))) { // an older Axial writes fewer files
        bytes(Stage.EVALUATE, file, file);
      }
    }
    explanations(explained);
  }

  private String predictions() {
    Optional<List<Prediction>> before = then.predictions().map(Predictions::list);
    Optional<List<Prediction>> after = now.predictions().map(Predictions::list);
    if (before.isEmpty() || after.isEmpty() || before.get().size() != after.get().size()) {
      return "another number of predictions";
    }
    int differing = 0;
    double largest = 0;
    for (int i = 0; i < before.get().size(); i++) {
      double[] old = before.get().get(i).probabilities();
      double[] present = after.get().get(i).probabilities();
      double distance = 0;
      for (int c = 0; c < Math.min(old.length, present.length); c++) {
        distance = Math.max(distance, Math.abs(old[c] - present[c]));
      }
      differing += distance > 0 ? 1 : 0;
      largest = Math.max(largest, distance);
    }
    return String.format(
        Locale.ROOT,
        "%d of %d images, by a probability of %.2g at most",
        differing,
        before.get().size(),
        largest);
  }

  private void explanations(Set<String> files) {
    Set<String> differing = new TreeSet<>();
    Set<String> folders = new TreeSet<>();
    for (String file : files) {
      String folder = file.split("/", -1)[1];
      folders.add(folder);
      if (!difference(file).isEmpty()) {
        differing.add(folder);
      }
    }
    if (!folders.isEmpty()) {
      add(
          Stage.EXPLAIN,
          "explanations",
          differing.isEmpty()
              ? ""
              : "%d of %d, such as %s"
                  .formatted(differing.size(), folders.size(), differing.iterator().next()));
    }
  }

  private void bytes(Stage stage, String what, String file) {
    add(stage, what, difference(file));
  }

  private String difference(String file) {
    Path before = then.folder().resolve(file);
    Path after = now.folder().resolve(file);
    try {
      if (!Files.exists(before) || !Files.exists(after)) {
        return Files.exists(before) == Files.exists(after) ? "" : "only one run has it";
      }
      long at = Files.mismatch(before, after);
      return at < 0 ? "" : "from byte " + at + " on";
    } catch (IOException broken) {
      throw unreadable(before, broken);
    }
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw unreadable(folder, broken);
    }
  }

  private static ProblemException unreadable(Path path, IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.INPUT,
            "The runs cannot be compared: " + path + " cannot be read.",
            "Check its rights; the new run is there and whole."),
        cause);
  }

  private void add(Stage stage, String what, String difference) {
    results.add(new Result(stage, what, difference));
  }
}
