package axial.workbench.evaluation;

import axial.data.Split;
import axial.run.RunRecord;
import java.util.List;
import java.util.Locale;

/** Sentences about a run, fit for the methods section of a paper, and for captions. */
final class Methods {

  private Methods() {}

  /** How the run came about and what was tested. */
  static String of(RunRecord run, String figure) {
    StringBuilder text = new StringBuilder(256);
    String data = run.data().map(RunRecord.DataRecord::name).orElse(run.spec().data());
    text.append(
        "The network \"%s\" was trained on %s with images of %s pixels and the seed %d, for %d epochs; the weights of epoch %d were kept."
            .formatted(
                run.network().name(),
                data,
                run.spec().input(),
                run.spec().seed(),
                run.epochs().size(),
                run.bestEpoch()));
    run.split()
        .ifPresent(
            split ->
                text.append(
                    " It learned from %d images, was validated on %d and tested on %d."
                        .formatted(
                            split.train().size(), split.validation().size(), split.test().size())));
    run.data().ifPresent(known -> text.append(' ').append(known.leaks().text()));
    run.threshold().ifPresent(frozen -> text.append(' ').append(frozen.text()));
    text.append(' ').append(figure);
    text.append(" Axial run ").append(run.id()).append('.');
    run.stamp().ifPresent(stamp -> text.append(' ').append(stamp));
    return text.toString();
  }

  /** The end of every caption. */
  static String caption(String what, RunRecord run) {
    String caption = what + " Run " + run.id() + ".";
    return run.stamp().map(stamp -> caption + " " + stamp).orElse(caption);
  }

  /** "test part" or "validation part". */
  static String part(Split.Part part) {
    return part.label() + " part";
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  /** What is in the first row of each CSV file. */
  static List<String> head(String... names) {
    return List.of(names);
  }
}
