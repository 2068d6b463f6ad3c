package axial.view.run;

import axial.run.Stage;
import axial.train.Epoch;
import java.util.List;
import java.util.Optional;

/**
 * What a training has reported so far. Views read it on the event dispatch thread; it grows in
 * place between two calls of a listener.
 */
public interface Course {

  /** The stage that is under way or was last; empty before the first. */
  Optional<Stage> stage();

  /** The sentences in which finished stages told their outcome, in order. */
  List<Summary> summaries();

  /** The batches so far; never shrinks. */
  Batches batches();

  /** The finished epochs. */
  List<Epoch> epochs();

  /** How many epochs are planned; 0 before that is known. */
  int plannedEpochs();

  /** Number of the best epoch so far; 0 before the first. */
  int bestEpoch();

  /** When the last event came, by {@link System#nanoTime()}; 0 before the first. */
  long lastEventNanos();

  /** Images a second in the last few seconds of training; 0 before that is known. */
  double imagesPerSecond();

  /** Extensions that were set aside, one sentence each. */
  List<String> setAside();

  /** The outcome of a stage. */
  record Summary(Stage stage, String text) {}

  /** Figures of single batches by their number in the training, from 0 on. */
  interface Batches {
    /** How many there are. */
    int count();

    /** Epoch of a batch, from 1 on. */
    int epoch(int index);

    /** Number of a batch in its epoch, from 1 on. */
    int inEpoch(int index);

    /** How many batches its epoch has. */
    int ofEpoch(int index);

    /** Mean loss of a batch. */
    double loss(int index);

    /** Share of its images that were decided rightly, in [0, 1]. */
    double accuracy(int index);

    /** Share of its positive images that were found, in [0, 1]. */
    double recall(int index);

    /** Those of a training of which no batch is known. */
    static Batches none() {
      return NoBatches.NONE;
    }
  }
}
