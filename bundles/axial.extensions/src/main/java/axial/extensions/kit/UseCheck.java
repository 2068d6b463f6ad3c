package axial.extensions.kit;

import axial.data.Augmenter;
import axial.data.DuplicateFinder;
import axial.data.Labels;
import axial.data.Splitter;
import axial.data.Standardizer;
import axial.eval.Evaluator;
import axial.explain.Explainer;
import axial.extension.ContractKit.Check;
import axial.job.Extension;
import axial.model.Batch;
import axial.model.Engine;
import axial.model.ModelExporter;
import axial.model.PredictionEngine;
import axial.model.TrainableModel;
import axial.run.RunRecord;
import axial.train.LearningRateSchedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** Has what a bundle brings beside models work in a run on a few phantoms. */
final class UseCheck {

  static final String NAME = "its extensions work in a run";

  private static final String MODEL = "fsm";
  private static final double LARGEST_DIFFERENCE = 1e-4;

  /** The settings that name one extension, or several joined by commas. */
  private static final Map<Class<? extends Extension>, String> SETTINGS =
      Map.of(
          Evaluator.class, "run.evaluators",
          Explainer.class, "run.explainers",
          Augmenter.class, "run.augmenters",
          Standardizer.class, "run.standardizers",
          LearningRateSchedule.class, "run.schedules",
          DuplicateFinder.class, "run.duplicates",
          Splitter.class, "run.splitter",
          Engine.class, "run.engine");

  private static final Set<String> SINGLE = Set.of("run.duplicates", "run.splitter", "run.engine");

  private final Subject subject;
  private final SmallRun small;
  private final Engine engine;

  UseCheck(Subject subject, SmallRun small, Engine engine) {
    this.subject = subject;
    this.small = small;
    this.engine = engine;
  }

  /** Whether there is something to check among the types of services that a bundle offers. */
  static boolean applies(List<String> offered) {
    return Stream.concat(
            SETTINGS.keySet().stream(), Stream.of(PredictionEngine.class, ModelExporter.class))
        .anyMatch(type -> offered.stream().anyMatch(types -> types.contains(type.getName())));
  }

  Check run(Bundle bundle) {
    Map<String, String> set = new LinkedHashMap<>();
    Set<String> used = new TreeSet<>();
    subject.services(
        bundle,
        service -> {
          SETTINGS.forEach(
              (type, setting) -> {
                if (type.isInstance(service)) {
                  String id = ((Extension) service).id();
                  set.merge(setting, id, (a, b) -> SINGLE.contains(setting) ? b : a + "," + b);
                  used.add(id);
                }
              });
        });
    if (set.containsKey("run.explainers")) {
      set.put("run.explain", "1");
    }
    set.put("run.input", "32x32x1");
    RunRecord record = small.train(MODEL, "use", set);
    if (!record.failures().isEmpty()) {
      throw ServicesCheck.problem(
          "It was set aside in a run: " + record.failures().get(0),
          "Return what the interface asks for, and throw nothing.");
    }
    subject.services(
        bundle,
        service -> {
          if (service instanceof PredictionEngine faster) {
            answers(faster, record);
            used.add(faster.id());
          } else if (service instanceof ModelExporter exporter) {
            exports(exporter, record);
            used.add(exporter.id());
          }
        });
    return Checks.ok(NAME, String.join(", ", used));
  }

  private static Labels labels(RunRecord record) {
    return record.data().map(RunRecord.DataRecord::labels).orElseThrow();
  }

  private TrainableModel trained(RunRecord record) {
    return engine.load(record.folder().resolve("model.zip"), record.network(), labels(record));
  }

  private void answers(PredictionEngine faster, RunRecord record) {
    int size = record.network().input().size();
    float[] values = new float[2 * size];
    Arrays.fill(values, 0, size, 0.25f);
    Arrays.fill(values, size, 2 * size, 0.75f);
    Batch batch = new Batch(2, record.network().input(), values);
    try (TrainableModel trained = trained(record);
        var model = faster.prepare(record.network(), labels(record), trained.parameters())) {
      double[][] expected = trained.predict(batch);
      double[][] answer = model.predict(batch);
      for (int i = 0; i < expected.length; i++) {
        for (int c = 0; c < expected[i].length; c++) {
          if (!(Math.abs(expected[i][c] - answer[i][c]) <= LARGEST_DIFFERENCE)) {
            throw ServicesCheck.problem(
                "%s answers %s where the trained model answers %s."
                    .formatted(
                        faster.id(), Arrays.toString(answer[i]), Arrays.toString(expected[i])),
                "Compute what the network says; see axial.model.Parameter for the order of arrays.");
          }
        }
      }
    }
  }

  private void exports(ModelExporter exporter, RunRecord record) {
    Path file = record.folder().resolveSibling("exported-" + exporter.id());
    try (TrainableModel trained = trained(record)) {
      exporter.export(record.network(), labels(record), trained.parameters(), file);
      if (!Files.isRegularFile(file) || Files.size(file) == 0) {
        throw ServicesCheck.problem(
            exporter.id() + " wrote no file.", "Write the network to the file that is given.");
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
