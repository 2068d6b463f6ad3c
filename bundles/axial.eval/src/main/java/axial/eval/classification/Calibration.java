package axial.eval.classification;

import axial.eval.EvaluationData;
import axial.eval.Predictions;
import axial.eval.statistics.Probabilities;
import axial.eval.statistics.Reliability;
import axial.eval.statistics.Temperature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the probabilities can be taken at their word. */
final class Calibration {

  private static final String TITLE = "Reliability";

  private Calibration() {}

  static void add(Findings findings, EvaluationData data) {
    Predictions test = data.test();
    if (!Probabilities.finite(test)) {
      findings.note("Some probabilities are not numbers, so nothing is said of them.");
      return;
    }
    Reliability reliability = Reliability.of(test);
    double logLoss = Probabilities.logLoss(test);
    findings.figure("brier", Probabilities.brier(test));
    findings.figure("log_loss", logLoss);
    findings.figure("expected_calibration_error", reliability.expectedError());
    findings.figure("maximum_calibration_error", reliability.maximumError());
    boolean two = test.labels().count() == 2;
    String x = two ? "mean probability" : "mean probability of the class called";
    String y = two ? "share of " + test.labels().positiveName() : "share that is right";
    Optional<Predictions> validation = data.validation().filter(Probabilities::finite);
    Optional<Temperature> fitted = validation.flatMap(Temperature::fit);
    String asIs = fitted.isPresent() ? TITLE + ": as it is" : TITLE;
    findings.curve("reliability", asIs, x, y, reliability.points(), true);
    findings.table(
        "reliability",
        "Stated probability and what happened",
        List.of("probability", "images", "mean probability", y + " (95 % interval)"),
        reliability.bins().stream().map(Calibration::row).toList());
    if (fitted.isPresent()) {
      scaled(findings, fitted.get(), test, reliability, logLoss, x, y);
    } else if (validation.isPresent()) {
      findings.note(
          "No temperature was fitted: the validation part is answered without an error, or worse"
              + " than by chance.");
    }
  }

  private static void scaled(
      Findings findings,
      Temperature temperature,
      Predictions test,
      Reliability before,
      double logLossBefore,
      String x,
      String y) {
    Predictions scaled = temperature.apply(test);
    Reliability after = Reliability.of(scaled);
    double logLoss = Probabilities.logLoss(scaled);
    findings.figure("temperature", temperature.value());
    findings.figure("scaled_expected_calibration_error", after.expectedError());
    findings.figure("scaled_log_loss", logLoss);
    String title = String.format(Locale.ROOT, TITLE + ": at temperature %.2f", temperature.value());
    findings.curve("reliability_scaled", title, x, y, after.points(), true);
    findings.note(
        String.format(
            Locale.ROOT,
            "Temperature %.2f, fitted on the validation part: the network is %s. Divided by it, the"
                + " expected calibration error on the test part goes from %.3f to %.3f and the log"
                + " loss from %.3f to %.3f%s.",
            temperature.value(),
            temperature.value() > 1 ? "surer than it is right" : "right more often than it is sure",
            before.expectedError(),
            after.expectedError(),
            logLossBefore,
            logLoss,
            logLoss < logLossBefore ? "" : ", so it is no help here"));
  }

  private static List<String> row(Reliability.Bin bin) {
    return List.of(
        String.format(Locale.ROOT, "%.1f to %.1f", bin.number() / 10.0, (bin.number() + 1) / 10.0),
        Integer.toString(bin.samples()),
        String.format(Locale.ROOT, "%.3f", bin.mean()),
        bin.share().text());
  }
}
