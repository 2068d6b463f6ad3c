package axial.workbench.evaluation;

import axial.data.Sample;
import axial.eval.Comparison;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.eval.Prediction;
import axial.eval.PredictionComparer;
import axial.eval.PredictionComparer.Contender;
import axial.eval.Predictions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two runs side by side.
 *
 * @param first the run that is compared with
 * @param second the other
 * @param comparison what the tests say
 * @param matrices of both on the images that both tested and agree about; nothing when there are
 *     none
 */
record ComparedRuns(
    RunRecord first, RunRecord second, Comparison comparison, Optional<Matrices> matrices) {

  /** Confusion matrices on the same images. */
  record Matrices(ConfusionMatrix first, ConfusionMatrix second) {
    /** True class, class called, both counts and their difference. */
    List<List<String>> rows() {
      List<List<String>> rows = new ArrayList<>();
      for (int truth = 0; truth < first.labels().count(); truth++) {
        for (int called = 0; called < first.labels().count(); called++) {
          int before = first.count(truth, called);
          int after = second.count(truth, called);
          rows.add(
              List.of(
                  first.labels().name(truth),
                  first.labels().name(called),
                  Integer.toString(before),
                  Integer.toString(after),
                  Integer.toString(after - before)));
        }
      }
      return rows;
    }
  }

  /** Compares them, which takes a second or so for thousands of images; on a background thread. */
  static ComparedRuns of(RunRecord first, RunRecord second, PredictionComparer comparer) {
    if (first.folder().equals(second.folder())) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The run " + first.id() + " cannot be compared with itself.",
          "Choose another run.");
    }
    Comparison comparison =
        comparer.compare(
            List.of(contender("1: ", first), contender("2: ", second)),
            new Seed(first.spec().seed()));
    return new ComparedRuns(first, second, comparison, shared(first, second));
  }

  private static Contender contender(String number, RunRecord run) {
    Map<String, Sample> samples =
        run.data().map(RunRecord.DataRecord::samples).orElse(List.of()).stream()
            .collect(Collectors.toMap(Sample::source, Function.identity()));
    return new Contender(number + run.id(), predictions(run), samples);
  }

  private static Predictions predictions(RunRecord run) {
    return run.predictions()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.USAGE,
                    "The run " + run.id() + " is not evaluated yet.",
                    "Let it finish first."));
  }

  private static Optional<Matrices> shared(RunRecord first, RunRecord second) {
    Predictions one = predictions(first);
    Predictions other = predictions(second);
    if (!one.labels().names().equals(other.labels().names())) {
      return Optional.empty();
    }
    Map<String, Prediction> others = new LinkedHashMap<>();
    other.list().forEach(p -> others.putIfAbsent(p.id(), p));
    int classes = one.labels().count();
    int[][] counts = new int[classes][classes];
    int[][] otherCounts = new int[classes][classes];
    int images = 0;
    for (Prediction own : one.list()) {
      Prediction its = others.remove(own.id());
      if (its != null && its.truth() == own.truth()) {
        counts[own.truth()][one.decided(own)]++;
        otherCounts[own.truth()][other.decided(its)]++;
        images++;
      }
    }
    return images == 0
        ? Optional.empty()
        : Optional.of(
            new Matrices(
                new ConfusionMatrix(one.labels(), counts),
                new ConfusionMatrix(one.labels(), otherCounts)));
  }

  Comparison.Difference difference() {
    return comparison.differences().get(0);
  }

  /** Figure, both runs and the difference, in rows. */
  List<List<String>> rows() {
    Map<String, Estimate> one = comparison.standings().get(0).figures();
    Map<String, Estimate> other = comparison.standings().get(1).figures();
    List<List<String>> rows = new ArrayList<>();
    for (String name : one.keySet()) {
      rows.add(
          List.of(
              name.replace('_', ' '),
              one.get(name).text(),
              text(other, name),
              text(difference().figures(), name)));
    }
    return rows;
  }

  private static String text(Map<String, Estimate> figures, String name) {
    Estimate estimate = figures.get(name);
    return estimate == null ? "" : estimate.text();
  }

  /** The tests and what to know, a sentence each. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Both were tested on " + difference().shared() + " same images.");
    difference()
        .mcNemar()
        .ifPresent(
            test ->
                sentences.add(
                    String.format(
                        Locale.ROOT,
                        "McNemar: only 1 is right on %d, only 2 on %d images, exact p = %.4f,"
                            + " corrected p = %.4f.",
                        test.onlyFirst(),
                        test.onlySecond(),
                        test.exactP(),
                        test.correctedP())));
    difference()
        .deLongP()
        .ifPresent(
            p ->
                sentences.add(
                    String.format(
                        Locale.ROOT,
                        "DeLong, whether the areas under the ROC curve differ: p = %.4f.",
                        p)));
    sentences.addAll(difference().notes());
    first.stamp().ifPresent(stamp -> sentences.add("1 is " + stamp));
    second.stamp().ifPresent(stamp -> sentences.add("2 is " + stamp));
    return sentences;
  }
}
