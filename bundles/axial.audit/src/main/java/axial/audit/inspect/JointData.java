package axial.audit.inspect;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The audited data set and, if there is one, the other one, put together: the same classes, and
 * sources that begin with the part's name, so that each is there once.
 *
 * @param all both parts
 * @param data the audited one
 * @param against the other one
 */
record JointData(Dataset all, Dataset data, Optional<Dataset> against) {

  static JointData of(Dataset data, Optional<Dataset> against) {
    return against
        .map(other -> of(data, other))
        .orElseGet(() -> new JointData(data, data, Optional.empty()));
  }

  private static JointData of(Dataset data, Dataset other) {
    Labels labels = labels(data, other);
    String otherName = other.name().equals(data.name()) ? other.name() + " (2)" : other.name();
    JointReader pixels = new JointReader(new HashMap<>());
    Dataset first = renamed(data, data.name(), labels, pixels);
    Dataset second = renamed(other, otherName, labels, pixels);
    List<Sample> samples = new ArrayList<>(first.samples());
    samples.addAll(second.samples());
    Dataset all =
        new Dataset(
            data.name() + " and " + otherName,
            data.address(),
            labels,
            samples,
            List.of(),
            List.of(),
            pixels,
            union(first.kept(), second.kept()),
            union(first.distinct(), second.distinct()));
    return new JointData(all, first, Optional.of(second));
  }

  private static <T> Set<T> union(Set<T> some, Set<T> others) {
    Set<T> both = new HashSet<>(some);
    both.addAll(others);
    return both;
  }

  /** The classes of both; those of the first come first. */
  private static Labels labels(Dataset data, Dataset other) {
    Set<String> names = new LinkedHashSet<>(data.labels().names());
    if (other.labels().names().stream().noneMatch(names::contains)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%s and %s have no class in common: %s; %s."
              .formatted(
                  data.name(),
                  other.name(),
                  String.join(", ", data.labels().names()),
                  String.join(", ", other.labels().names())),
          "Give both the same classes, for example with --set \"classes=no=healthy,yes=tumour\".");
    }
    names.addAll(other.labels().names());
    List<String> list = List.copyOf(names);
    return new Labels(list, list.indexOf(data.labels().positiveName()));
  }

  private static Dataset renamed(Dataset data, String name, Labels labels, JointReader pixels) {
    List<Sample> samples = new ArrayList<>();
    for (Sample sample : data.samples()) {
      String source = name + "/" + sample.source();
      boolean alone = sample.group().equals(sample.source());
      Sample renamed =
          new Sample(
              sample.id(),
              source,
              labels.names().indexOf(data.labels().name(sample.label())),
              alone ? source : sample.group(),
              sample.attributes());
      pixels.origins().put(source, new Origin(data.pixels(), sample));
      samples.add(renamed);
    }
    List<LeftOut> leftOut =
        data.leftOut().stream()
            .map(left -> new LeftOut(name + "/" + left.source(), left.reason()))
            .toList();
    Set<String> kept =
        data.kept().stream().map(source -> name + "/" + source).collect(Collectors.toSet());
    return new Dataset(
        name,
        data.address(),
        labels,
        samples,
        leftOut,
        data.notes(),
        pixels,
        kept,
        data.distinct());
  }

  /** Where a renamed sample came from. */
  private record Origin(PixelReader pixels, Sample sample) {}

  /** Reads the samples of both parts. */
  private record JointReader(Map<String, Origin> origins) implements PixelReader {
    @Override
    public Pixels read(Sample sample) {
      Origin origin = origin(sample);
      return origin.pixels().read(origin.sample());
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      Origin origin = origin(sample);
      return origin.pixels().mask(origin.sample());
    }

    private Origin origin(Sample sample) {
      Origin origin = origins.get(sample.source());
      if (origin == null) {
        throw new IllegalArgumentException("There is no sample " + sample.source());
      }
      return origin;
    }
  }
}
