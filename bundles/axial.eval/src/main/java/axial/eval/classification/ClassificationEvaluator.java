package axial.eval.classification;

import axial.eval.ConfusionMatrix;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Evaluator;
import axial.eval.Predictions;
import axial.eval.statistics.GroupBootstrap;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The report text of scikit-learn and the usual figures, with intervals, tables and curves. */
@Component(property = "service.ranking:Integer=100")
public final class ClassificationEvaluator implements Evaluator {

  @Override
  public String id() {
    return "classification";
  }

  @Override
  public String description() {
    return "Rates with intervals, ROC and calibration, results by attribute, and answers that need"
        + " no learning beside them.";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public Evaluation evaluate(EvaluationData data, Settings settings, Seed seed) {
    Predictions test = data.test();
    ConfusionMatrix matrix = test.confusion();
    boolean two = matrix.labels().count() == 2;
    GroupBootstrap bootstrap = GroupBootstrap.of(test.list(), data.samples(), seed);
    Findings findings = new Findings();
    new References(test, matrix).add(findings, data, bootstrap);
    Rates rates = new Rates(matrix);
    rates.add(findings);
    RankingFindings.add(findings, test);
    if (!two) {
      ManyClasses.add(findings, test, matrix);
    }
    rates.agreement(findings);
    Calibration.add(findings, data);
    if (two) {
      findings.figure("threshold", test.threshold());
    }
    GroupIntervals.add(findings, test, bootstrap);
    rates.byClass(findings, test);
    AttributeTables.add(findings, data);
    return findings.evaluation(id(), ReportText.of(matrix));
  }
}
