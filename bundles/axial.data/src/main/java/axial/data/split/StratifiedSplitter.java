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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Splits every class in the wanted shares, as near as whole groups let it; see {@link Groups}. */
@Component
public final class StratifiedSplitter implements Splitter {

  private static final double ROUNDING = 1e-6;

  @Override
  public String id() {
    return "stratified";
  }

  @Override
  public String description() {
    return "Splits each class in the same shares and keeps groups, such as patients, together.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("train", 0.80, 0.01, 0.98, "Share of the training part."),
        new Setting.Real("validation", 0.05, 0.01, 0.98, "Share of the validation part."),
        new Setting.Real("test", 0.15, 0.01, 0.98, "Share of the test part."));
  }

  @Override
  public Optional<Shares> wanted(Settings settings) {
    return Optional.of(shares(settings));
  }

  @Override
  public Split split(DistinctSamples samples, Settings settings, Seed seed) {
    Shares shares = shares(settings);
    Groups groups = Groups.of(samples, seed);
    List<Groups> parts =
        groups.divided(seed.derive("place"), shares.train(), shares.validation(), shares.test());
    Completeness completeness = new Completeness(samples.labels(), groups);
    for (Split.Part part : Split.Part.values()) {
      completeness.require(
          parts.get(part.ordinal()), part.label() + " part", shares.toString(), parts.size());
    }
    return new Split(
        parts.get(0).inOrder(samples),
        parts.get(1).inOrder(samples),
        parts.get(2).inOrder(samples));
  }

  private static Shares shares(Settings settings) {
    double train = settings.real("train");
    double validation = settings.real("validation");
    double test = settings.real("test");
    double sum = train + validation + test;
    if (Math.abs(sum - 1) > ROUNDING) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          String.format(Locale.ROOT, "The shares train, validation and test add up to %.4f.", sum),
          "Make them add up to 1.");
    }
    return new Shares(train, validation, test);
  }
}
