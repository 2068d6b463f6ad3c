package axial.report;

import axial.audit.Audit;
import axial.audit.AuditedPart;
import axial.audit.ClassCount;
import axial.audit.Finding;
import axial.audit.MemoryScore;
import axial.audit.Score;
import axial.audit.Shortcut;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.eval.ConfusionMatrix;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An audit made by hand; every name of a file begins with the same prefix. */
final class SampleAudit {

  private final List<Sample> data = new ArrayList<>();
  private final List<Sample> other = new ArrayList<>();
  private final List<DuplicateGroup> groups = new ArrayList<>();
  private final List<SimilarPair> pairs = new ArrayList<>();
  private final String prefix;
  private int width = 64;

  SampleAudit(String prefix) {
    this.prefix = prefix;
  }

  private Sample sample(List<Sample> to, String id, int label) {
    String source = prefix + id + to.size() + (to == other ? "-other" : "") + ".png";
    Map<String, String> known = Map.of("width", "64", "height", "48", "format", "png");
    Sample sample = new Sample(id, source, label, source, known);
    to.add(sample);
    return sample;
  }

  SampleAudit width(int pixels) {
    width = pixels;
    return this;
  }

  /** Two of equal pixels. */
  SampleAudit exact() {
    String id = "exact" + data.size();
    groups.add(new DuplicateGroup(List.of(sample(data, id, 0), sample(data, id, 0))));
    return this;
  }

  /** Two alike, of two classes. */
  SampleAudit crossing() {
    twins(sample(data, "cross" + data.size(), 0), sample(data, "twin" + data.size(), 1));
    return this;
  }

  /** Two alike, the second in the other part. */
  SampleAudit across() {
    twins(sample(data, "left" + data.size(), 1), sample(other, "right" + other.size(), 1));
    return this;
  }

  private void twins(Sample first, Sample second) {
    groups.add(new DuplicateGroup(List.of(first, second)));
    Map<String, Double> distances = new LinkedHashMap<>();
    distances.put("phash", 4.0);
    distances.put("correlation", 0.98765);
    pairs.add(new SimilarPair(first, second, SimilarPair.Kind.NEAR, "mirrored", distances));
  }

  /** Many of equal pixels. */
  SampleAudit exact(int members) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      samples.add(sample(data, "many", 0));
    }
    groups.add(new DuplicateGroup(samples));
    return this;
  }

  SampleAudit series() {
    pairs.add(
        new SimilarPair(
            sample(data, "slice" + data.size(), 0),
            sample(data, "next" + data.size(), 0),
            SimilarPair.Kind.SERIES,
            "",
            Map.of("correlation", -0.5)));
    return this;
  }

  private AuditedPart part(String name, List<Sample> samples) {
    return new AuditedPart(
        prefix + name,
        "data/" + name,
        samples,
        List.of(new LeftOut(prefix + "notes.txt", "It is not an image.")),
        List.of("2 files are " + prefix),
        List.of(new ClassCount(10, 9, 8, 1), new ClassCount(30, 29, 28, 6)),
        samples.subList(0, Math.min(1, samples.size())));
  }

  Audit audit() {
    Labels labels = new Labels(List.of(prefix + "no", "yes"), 1);
    Score score = new Score(new ConfusionMatrix(labels, new int[][] {{8, 2}, {5, 25}}));
    return new Audit(
        labels,
        part("test", data),
        other.isEmpty() ? Optional.empty() : Optional.of(part("train", other)),
        new Choice("near", Map.of("limit", "0.9")),
        7,
        new Duplicates(groups, pairs),
        List.of(new MemoryScore(MemoryScore.Question.WITHOUT_TWINS, score, 40, 40, 90)),
        List.of(
            new Shortcut("size", "image size", score, List.of("If 512x512: yes."), true),
            new Shortcut("file", "file type", score, List.of("Any image: yes."), false)),
        List.of(
            new Finding(Finding.Level.WARNING, prefix + " is wrong.", "Mend it."),
            new Finding(Finding.Level.FINE, "The rest is fine.", "")),
        new Drawing(width));
  }

  /** A picture that gets brighter to the right; one of that name cannot be read. */
  private record Drawing(int width) implements PixelReader {
    @Override
    public Pixels read(Sample sample) {
      if (sample.source().contains("slice")) {
        throw ProblemException.of(Problem.Kind.INPUT, "A slice is gone.", "Bring it back.");
      }
      byte[] data = new byte[width * 48];
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) (i % width * 255 / width);
      }
      return new Pixels(width, 48, 1, data);
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      return Optional.empty();
    }
  }
}
