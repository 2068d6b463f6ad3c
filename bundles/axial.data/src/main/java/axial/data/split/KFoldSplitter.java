package axial.data.split;

import axial.data.DistinctSamples;
import axial.data.Shares;
import axial.data.Split;
import axial.data.Splitter;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * Divides a data set into folds of equal size, by class and with whole groups. One of them is the
 * test part; the validation part is taken from the others. The folds of one seed are the same
 * whichever is tested, so that each sample is tested once.
 */
@Component
public final class KFoldSplitter implements Splitter {

  @Override
  public String id() {
    return "kfold";
  }

  @Override
  public String description() {
    return "Tests one of several equal folds, so that runs over all folds test every image once.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Whole("folds", 5, 2, 100, "How many folds there are."),
        new Setting.Whole("fold", 1, 1, 100, "Which fold is the test part, from 1 on."),
        new Setting.Real(
            "validation", 0.1, 0.01, 0.9, "Share of the other folds' images that validates."));
  }

  @Override
  public Optional<Shares> wanted(Settings settings) {
    double test = 1.0 / settings.whole("folds");
    double validation = (1 - test) * settings.real("validation");
    return Optional.of(new Shares(1 - test - validation, validation, test));
  }

  @Override
  public Split split(DistinctSamples samples, Settings settings, Seed seed) {
    int folds = settings.whole("folds");
    int fold = settings.whole("fold");
    if (fold > folds) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "There is no fold %d of %d.".formatted(fold, folds),
          "Give kfold.fold a number from 1 to " + folds + ".");
    }
    Groups groups = Groups.of(samples, seed);
    double[] equal = new double[folds];
    Arrays.fill(equal, 1.0 / folds);
    List<Groups> parts = groups.divided(seed.derive("place"), equal);
    Completeness completeness = new Completeness(samples.labels(), groups);
    for (int f = 0; f < folds; f++) {
      completeness.require(parts.get(f), "fold " + (f + 1), folds + " folds", folds);
    }
    Groups test = parts.get(fold - 1);
    Groups others = groups.without(test);
    double validation = settings.real("validation");
    List<Groups> rest = others.divided(seed.derive("validation"), 1 - validation, validation);
    Completeness ofRest = new Completeness(samples.labels(), others);
    String into = "a training and a validation part";
    ofRest.require(rest.get(0), "training part", into, 2);
    ofRest.require(rest.get(1), "validation part", into, 2);
    return new Split(
        rest.get(0).inOrder(samples), rest.get(1).inOrder(samples), test.inOrder(samples));
  }
}
