package axial.data.split;

import axial.data.DistinctSamples;
import axial.data.Sample;
import axial.data.Split;
import axial.data.Splitter;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * Splits every class in the wanted shares and keeps groups whole. Groups are placed in random
 * order, larger ones first; see {@link Parts}.
 */
@Component
public final class StratifiedSplitter implements Splitter {

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
  public Split split(DistinctSamples samples, Settings settings, Seed seed) {
    Shares shares = Shares.of(settings);
    List<List<Sample>> groups = groups(samples.samples());
    seed.draws().shuffle(groups);
    groups.sort(Comparator.comparingInt((List<Sample> group) -> -group.size()));
    Parts parts = new Parts(groups, samples.labels().count(), shares);
    groups.forEach(parts::place);
    requireAllClasses(samples, groups, parts, shares);
    return new Split(
        inOrder(samples, parts.filled().get(0)),
        inOrder(samples, parts.filled().get(1)),
        inOrder(samples, parts.filled().get(2)));
  }

  private static List<List<Sample>> groups(List<Sample> samples) {
    Map<String, List<Sample>> byName = new LinkedHashMap<>();
    samples.forEach(s -> byName.computeIfAbsent(s.group(), g -> new ArrayList<>()).add(s));
    return new ArrayList<>(byName.values());
  }

  private static void requireAllClasses(
      DistinctSamples samples, List<List<Sample>> groups, Parts parts, Shares shares) {
    for (int label = 0; label < samples.labels().count(); label++) {
      for (Split.Part part : Split.Part.values()) {
        if (parts.count(part.ordinal(), label) == 0) {
          throw tooFew(samples, groups, label, shares, part);
        }
      }
    }
  }

  private static ProblemException tooFew(
      DistinctSamples samples,
      List<List<Sample>> groups,
      int label,
      Shares shares,
      Split.Part part) {
    long images = samples.samples().stream().filter(s -> s.label() == label).count();
    long with = groups.stream().filter(g -> g.stream().anyMatch(s -> s.label() == label)).count();
    return ProblemException.of(
        Problem.Kind.INPUT,
        "Cannot split %d %s of class \"%s\"%s into %s: the %s part would have none."
            .formatted(
                images,
                images == 1 ? "image" : "images",
                samples.labels().name(label),
                with == images ? "" : " in " + with + (with == 1 ? " group" : " groups"),
                shares,
                part.label()),
        with < Split.Part.values().length && with < images
            ? "Each class needs images in at least three groups; group them otherwise or add some."
            : "Each class needs at least three distinct images; add some.");
  }

  /** The part in the order of the data set. */
  private static List<Sample> inOrder(DistinctSamples samples, List<Sample> part) {
    Map<String, Integer> position = new LinkedHashMap<>();
    samples.samples().forEach(sample -> position.put(sample.source(), position.size()));
    return part.stream().sorted(Comparator.comparing(s -> position.get(s.source()))).toList();
  }
}
