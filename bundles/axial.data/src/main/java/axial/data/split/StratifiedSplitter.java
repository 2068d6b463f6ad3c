package axial.data.split;

import axial.data.DistinctSamples;
import axial.data.Labels;
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
 * Splits every class in the wanted shares and keeps groups whole. Groups are taken in random order,
 * larger ones first, and each goes to the part that lacks most of the group's classes.
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
    double[] shares = {settings.real("train"), settings.real("validation"), settings.real("test")};
    double sum = shares[0] + shares[1] + shares[2];
    if (Math.abs(sum - 1) > 1e-6) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The shares train, validation and test add up to %.4f.".formatted(sum),
          "Make them add up to 1.");
    }
    Labels labels = samples.labels();
    Target target = new Target(samples, shares);
    for (List<Sample> group : groups(samples, seed)) {
      target.place(group);
    }
    List<List<Sample>> parts = target.parts();
    requireAllClasses(labels, parts, shares, samples);
    return new Split(parts.get(0), parts.get(1), parts.get(2));
  }

  private static List<List<Sample>> groups(DistinctSamples samples, Seed seed) {
    Map<String, List<Sample>> byName = new LinkedHashMap<>();
    samples
        .samples()
        .forEach(s -> byName.computeIfAbsent(s.group(), g -> new ArrayList<>()).add(s));
    List<List<Sample>> groups = new ArrayList<>(byName.values());
    seed.draws().shuffle(groups);
    groups.sort(Comparator.comparingInt((List<Sample> g) -> -g.size()));
    return groups;
  }

  private static void requireAllClasses(
      Labels labels, List<List<Sample>> parts, double[] shares, DistinctSamples samples) {
    for (int label = 0; label < labels.count(); label++) {
      int wanted = label;
      long all = samples.samples().stream().filter(s -> s.label() == wanted).count();
      for (int part = 0; part < parts.size(); part++) {
        if (parts.get(part).stream().noneMatch(s -> s.label() == wanted)) {
          throw ProblemException.of(
              Problem.Kind.INPUT,
              "Cannot split %d images of class \"%s\" into %.0f/%.0f/%.0f: the %s part would have none."
                  .formatted(
                      all,
                      labels.name(label),
                      100 * shares[0],
                      100 * shares[1],
                      100 * shares[2],
                      Split.Part.values()[part].label()),
              "Add images, or raise the share of that part.");
        }
      }
    }
  }

  /** How many samples of each class each part should have, and what it has so far. */
  private static final class Target {

    private final double[][] wanted;
    private final double[][] lacking;
    private final double[] shares;
    private final List<List<Sample>> parts =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final DistinctSamples samples;

    Target(DistinctSamples samples, double[] shares) {
      this.samples = samples;
      this.shares = shares;
      int[] counts = new int[samples.labels().count()];
      samples.samples().forEach(s -> counts[s.label()]++);
      wanted = new double[shares.length][counts.length];
      lacking = new double[shares.length][counts.length];
      for (int c = 0; c < counts.length; c++) {
        double[] seats = seats(counts[c]);
        for (int p = 0; p < shares.length; p++) {
          lacking[p][c] = seats[p];
          wanted[p][c] = Math.max(1, seats[p]);
        }
      }
    }

    /**
     * Whole numbers near count * share: the floor, then seats by largest remainder, one at least.
     */
    private double[] seats(int count) {
      double[] seats = new double[shares.length];
      double left = count;
      for (int p = 0; p < shares.length; p++) {
        seats[p] = Math.floor(count * shares[p]);
        left -= seats[p];
      }
      double[] whole = seats.clone();
      for (; left > 0; left--) {
        int next = 0;
        for (int p = 1; p < shares.length; p++) {
          if (count * shares[p] - seats[p] > count * shares[next] - seats[next] + 1e-12) {
            next = p;
          }
        }
        seats[next]++;
      }
      for (int p = 1; p < shares.length; p++) {
        if (seats[p] < 1 && seats[0] > 1 && count >= shares.length) {
          seats[p] = Math.max(1, whole[p]);
          seats[0]--;
        }
      }
      return seats;
    }

    void place(List<Sample> group) {
      int best = 0;
      double bestLack = Double.NEGATIVE_INFINITY;
      for (int p = 0; p < shares.length; p++) {
        double lack = 0;
        for (Sample sample : group) {
          lack += lacking[p][sample.label()] / wanted[p][sample.label()];
        }
        if (lack > bestLack + 1e-12) {
          best = p;
          bestLack = lack;
        }
      }
      parts.get(best).addAll(group);
      for (Sample sample : group) {
        lacking[best][sample.label()]--;
      }
    }

    List<List<Sample>> parts() {
      List<Sample> order = samples.samples();
      Map<Sample, Integer> position = new LinkedHashMap<>();
      for (int i = 0; i < order.size(); i++) {
        position.put(order.get(i), i);
      }
      parts.forEach(part -> part.sort(Comparator.comparing(position::get)));
      return parts;
    }
  }
}
