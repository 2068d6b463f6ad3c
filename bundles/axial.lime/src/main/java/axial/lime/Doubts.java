package axial.lime;

import axial.explain.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What speaks against trusting an explanation, in words for a researcher.
 *
 * @param wanted how many samples were wanted at most
 * @param compared whether repeats could be compared
 */
record Doubts(
    LocalModel model,
    Answers answers,
    Optional<Stability> stability,
    int wanted,
    boolean compared) {

  /** Below two of the three strongest regions in common. */
  private static final double LOW_OVERLAP = 2.0 / 3;

  private static final double LOW_R2 = 0.5;
  private static final double SMALL_RANGE = 0.01;

  /** When the strongest regions changed within the last tenth of the samples. */
  private static final double LATE = 0.9;

  /** One sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (answers.range() < SMALL_RANGE) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Whatever is hidden, the probability changes by less than %.2f: no region decides. An"
                  + " even region is hardly hidden by its own mean; lime.hide=black may show more.",
              SMALL_RANGE));
    }
    stability
        .filter(s -> s.topOverlap() < LOW_OVERLAP)
        .ifPresent(
            s ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "The three strongest regions change from repeat to repeat (%.1f of 3 stay):"
                            + " do not trust them; ask more questions (lime.num-samples).",
                        Stability.TOP * s.topOverlap())));
    stability
        .filter(s -> answers.samples() == wanted && s.stableAfter() > LATE * s.samples())
        .ifPresent(
            s ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "The five strongest regions still changed at sample %,d of %,d: ask more"
                            + " questions (lime.num-samples).",
                        s.stableAfter(),
                        s.samples())));
    if (!compared) {
      notes.add(
          "There are more than 1,000 regions, so it was not looked whether repeats agree: choose"
              + " larger superpixels (lime.kernel-size, lime.slic-segments).");
    }
    if (model.r2() < LOW_R2) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The local model explains little of what the network answers (R\u00b2 %.2f): the"
                  + " weights describe it badly.",
              model.r2()));
    }
    return notes;
  }
}
