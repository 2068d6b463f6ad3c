package axial.run.stages;

import axial.data.Labels;
import axial.data.Memoriser;
import axial.data.PixelReader;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.CancelledException;
import axial.job.Progress;
import axial.run.extensions.Names;
import axial.run.store.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What plain memory of the training part says of the test part: asked for once, then kept. */
public final class Recollection {

  private final Optional<Memoriser> memoriser;
  private final PixelReader pixels;
  private final RunFolder folder;
  private final RunEvents events;
  private final Progress progress;

  /**
   * The recollection of one run.
   *
   * @param memoriser nothing while no bundle offers one
   */
  public Recollection(
      Optional<Memoriser> memoriser,
      PixelReader pixels,
      RunFolder folder,
      RunEvents events,
      Progress progress) {
    this.memoriser = memoriser;
    this.pixels = pixels;
    this.folder = folder;
    this.events = events;
    this.progress = progress;
  }

  /** What is kept, or is said now; a memoriser that fails costs its answers only. */
  Optional<Predictions> of(Split split, Labels labels) {
    Optional<Predictions> kept = folder.predictions().memoriser(labels);
    if (kept.isPresent()) {
      return kept;
    }
    return memoriser.flatMap(memory -> attempt(memory, split, labels));
  }

  private Optional<Predictions> attempt(Memoriser memory, Split split, Labels labels) {
    try {
      Predictions recalled = recall(memory, split, labels);
      folder.predictions().writeMemoriser(recalled);
      return Optional.of(recalled);
    } catch (CancelledException stopped) {
      throw stopped;
    } catch (RuntimeException | LinkageError broken) {
      events.setAside(
          "memoriser",
          Names.bundleOf(memory),
          "The memoriser of bundle %s failed: %s."
              .formatted(Names.bundleOf(memory), Names.of(broken)));
      return Optional.empty();
    }
  }

  private Predictions recall(Memoriser memory, Split split, Labels labels) {
    List<Sample> test = split.test();
    int[] answers = memory.recall(split.train(), test, pixels, progress);
    List<Prediction> list = new ArrayList<>();
    for (int i = 0; i < test.size(); i++) {
      Sample sample = test.get(i);
      double[] certain = new double[labels.count()];
      certain[answers[i]] = 1;
      list.add(new Prediction(sample.id(), sample.source(), sample.label(), certain));
    }
    return new Predictions(labels, list);
  }
}
