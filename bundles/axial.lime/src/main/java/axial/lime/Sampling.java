package axial.lime;

import axial.job.Seed;
import axial.job.Settings;
import axial.lime.LocalModel.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How many questions are asked, and in which blocks their answers are looked at.
 *
 * @param samples how many at most
 * @param block how many make a block
 * @param stopWhenStable ask no more once the strongest regions have held for four blocks
 * @param selection which regions a local model uses
 * @param kernelWidth how fast far variations lose weight
 */
record Sampling(
    int samples, int block, boolean stopWhenStable, Selection selection, double kernelWidth) {

  private static final int BLOCKS = 20;
  private static final int STILL = 4;

  /** So many answers make it worth while to look at what they say together. */
  static final int TOLD_EVERY = 100;

  /** What settings ask for, in blocks of a twentieth, or in a single one. */
  static Sampling of(Settings settings, boolean inBlocks) {
    int samples = settings.whole("num-samples");
    return new Sampling(
        samples,
        inBlocks ? (samples + BLOCKS - 1) / BLOCKS : samples,
        settings.flag("stop-when-stable"),
        new Selection(
            Selection.Mode.valueOf(settings.text("feature-selection").toUpperCase(Locale.ROOT)),
            settings.whole("num-features")),
        settings.real("kernel-width"));
  }

  /**
   * Asks until there are enough answers.
   *
   * @param atOnce how many questions at once, unless it is looked after each block whether to stop
   * @param early hears of answers before all are there, about every {@value #TOLD_EVERY}
   */
  Answers ask(Questions questions, Seed seed, int atOnce, Consumer<Answers> early) {
    int step = stopWhenStable ? block : atOnce;
    Collected collected = new Collected();
    int told = 0;
    for (int from = 0; from < samples; from += step) {
      if (from > 0 && stopWhenStable && collected.answers().heldFor(STILL)) {
        break;
      }
      if (from >= told + TOLD_EVERY && collected.any()) {
        early.accept(collected.answers());
        told = from;
      }
      collected.add(questions.ask(from, Math.min(samples, from + step), seed));
    }
    return collected.answers();
  }

  /** Answers that are counted block by block, however many come at once. */
  private final class Collected {
    private final List<boolean[]> masks = new ArrayList<>();
    private final double[] said = new double[samples];
    private Optional<Answers> answers = Optional.empty();
    private int counted;

    void add(Asked asked) {
      System.arraycopy(asked.answers(), 0, said, masks.size(), asked.answers().length);
      masks.addAll(asked.masks());
      Asked all = new Asked(masks, said);
      while (counted < masks.size() && (counted + block <= masks.size() || complete())) {
        int to = Math.min(masks.size(), counted + block);
        Asked next = all.part(counted, to);
        counted = to;
        if (answers.isPresent()) {
          answers.get().add(next);
        } else {
          answers = Optional.of(new Answers(selection, kernelWidth, next));
        }
      }
    }

    private boolean complete() {
      return masks.size() == samples;
    }

    boolean any() {
      return answers.isPresent();
    }

    Answers answers() {
      return answers.orElseThrow();
    }
  }

  /**
   * Asks as many questions again, several times, and compares all that came of it.
   *
   * @param times how often
   */
  List<Agreement> again(Questions questions, Answers answers, int times, Seed seed) {
    List<LocalModel> models = new ArrayList<>(List.of(answers.model()));
    for (int i = 0; i < times; i++) {
      Asked asked = questions.ask(0, answers.samples(), seed.derive(i));
      models.add(new Answers(selection, kernelWidth, asked).model());
    }
    List<Agreement> agreements = new ArrayList<>();
    for (int a = 0; a < models.size(); a++) {
      for (int b = a + 1; b < models.size(); b++) {
        agreements.add(Agreement.of(models.get(a), models.get(b), questions.regions()));
      }
    }
    return agreements;
  }
}
