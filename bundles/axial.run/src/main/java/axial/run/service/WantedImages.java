package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageLoader;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.eval.Predictions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.run.ExplainRequest;
import axial.run.RunRecord;
import axial.run.stages.WorthExplaining;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that are to be explained.
 *
 * @param own samples of the run
 * @param strangers image files beside it; their true class is not known
 */
record WantedImages(List<Sample> own, Map<Sample, Pixels> strangers) {

  /** Finds the images of a choice. */
  static WantedImages of(
      RunContext context, RunRecord record, ExplainRequest.Choice choice, PixelReader pixels) {
    if (choice instanceof ExplainRequest.Named named) {
      return named(record, named.names(), context.crew().loader());
    }
    List<Sample> own =
        choice instanceof ExplainRequest.Scored scored
            ? withFinding(context, record, scored.count(), pixels)
            : ownChoice(record);
    return new WantedImages(own, Map.of());
  }

  /** Test images whose finding is known, in an order drawn by the seed of the run. */
  private static List<Sample> withFinding(
      RunContext context, RunRecord record, int count, PixelReader pixels) {
    List<Sample> test = new ArrayList<>(Reopening.split(record).test());
    new Seed(record.spec().seed()).derive("score").draws().shuffle(test);
    List<Sample> chosen = new ArrayList<>();
    for (Sample sample : test) {
      context.progress().check();
      if (chosen.size() == count) {
        break;
      }
      if (pixels.mask(sample).flatMap(context.findings()::in).isPresent()) {
        chosen.add(sample);
      }
    }
    if (chosen.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The finding is known of no test image of the run %s, so there is nothing to score."
              .formatted(record.id()),
          "Score explainers on a run with phantoms: ./axial train fsm --data phantom.");
    }
    return chosen;
  }

  /** Sorts names into samples of the run and image files. */
  private static WantedImages named(RunRecord record, List<String> names, ImageLoader loader) {
    List<Sample> own = new ArrayList<>();
    Map<Sample, Pixels> strangers = new LinkedHashMap<>();
    List<Sample> samples = record.data().map(RunRecord.DataRecord::samples).orElse(List.of());
    for (String name : names) {
      Optional<Sample> known =
          samples.stream().filter(s -> s.source().equals(name) || s.id().equals(name)).findFirst();
      if (known.isPresent()) {
        own.add(known.get());
      } else if (Files.isRegularFile(Path.of(name))) {
        Pixels pixels = loader.decode(Path.of(name));
        strangers.put(new Sample(pixels.contentId(), name, 0, name, Map.of()), pixels);
      } else {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "There is no image " + name + ", neither in the run nor as a file.",
            "Give a source from the run's manifest.jsonl, or the path of an image.");
      }
    }
    return new WantedImages(own, strangers);
  }

  private static List<Sample> ownChoice(RunRecord record) {
    Predictions predictions =
        record
            .predictions()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.USAGE,
                        "The run " + record.id() + " is not evaluated yet.",
                        "Evaluate it first: ./axial evaluate."));
    return WorthExplaining.of(
        predictions, Reopening.split(record), Math.max(1, record.spec().explained()));
  }

  /** The strangers as a data set of their own. */
  Dataset lone(Labels labels) {
    PixelReader reader =
        new PixelReader() {
          @Override
          public Pixels read(Sample sample) {
            Pixels pixels = strangers.get(sample);
            if (pixels == null) {
              throw new IllegalArgumentException("There is no image " + sample.source());
            }
            return pixels;
          }

          @Override
          public Optional<Pixels> mask(Sample sample) {
            return Optional.empty();
          }
        };
    return new Dataset(
        "files", "files", labels, List.copyOf(strangers.keySet()), List.of(), List.of(), reader);
  }
}
