package axial.lime;

import axial.job.Seed;
import axial.job.Settings;
import axial.lime.LocalModel.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  /** Asks until there are enough answers. */
  Answers ask(Questions questions, Seed seed) {
    int atOnce = stopWhenStable ? block : samples;
    Asked first = questions.ask(0, Math.min(samples, atOnce), seed);
    Answers answers = new Answers(selection, kernelWidth, first.part(0, Math.min(block, samples)));
    add(answers, first, block);
    for (int from = atOnce; from < samples; from += atOnce) {
      if (stopWhenStable && answers.heldFor(STILL)) {
        break;
      }
      add(answers, questions.ask(from, Math.min(samples, from + atOnce), seed), 0);
    }
    return answers;
  }

  private void add(Answers answers, Asked asked, int from) {
    int count = asked.answers().length;
    for (int at = from; at < count; at += block) {
      answers.add(asked.part(at, Math.min(count, at + block)));
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
