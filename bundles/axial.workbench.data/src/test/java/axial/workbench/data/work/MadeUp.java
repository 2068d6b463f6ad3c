package axial.workbench.data.work;

import axial.data.Curation;
import axial.data.Curations;
import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.DistinctSamples;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Shares;
import axial.data.SimilarPair;
import axial.data.Split;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import axial.run.Deduplicated;
import axial.run.Extensions;
import axial.run.IsolatedRuns.Limits;
import axial.run.LeakCertificate;
import axial.run.Preparations;
import axial.run.Prepared;
import axial.run.RunRequest;
import axial.view.Watched;
import axial.view.run.Training;
import axial.view.run.Trainings;
import axial.view.testing.TestDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Services over computed samples, for tests of views. */
public final class MadeUp implements Preparations, Curations, Extensions, ImageStore {

  /** Address of the data. */
  public static final String ADDRESS = "made-up";

  /** Source addresses of images of which a thumbnail was asked for. */
  public final Set<String> asked = ConcurrentHashMap.newKeySet();

  /** Extensions beside the source. */
  public final List<Extension> extensions = new ArrayList<>();

  /** The requests that data were opened by. */
  public final List<RunRequest> opened = new ArrayList<>();

  private final Map<Path, Curation> files = new ConcurrentHashMap<>();
  private final int count;
  private final Certificates certificates;

  /** What the certificate of each split says. */
  public interface Certificates {
    /** One for a split. */
    LeakCertificate of(Split split);
  }

  /** Services over so many samples, whose splits are clean. */
  public MadeUp(int count) {
    this(count, split -> new LeakCertificate(List.of(), List.of()));
  }

  /** The same with other certificates. */
  public MadeUp(int count, Certificates certificates) {
    this.count = count;
    this.certificates = certificates;
    extensions.add(new Source());
  }

  /** The shared state of the views. */
  public Workset workset() {
    return new Workset(this, this, this);
  }

  /** A desk in a workspace that is never written to. */
  public static TestDesk desk() {
    return new TestDesk(Path.of("workspace"), new NoTrainings(), Map.of());
  }

  /** Classes no and yes in turn; plane and size differ; every third is in the group before it. */
  public static Dataset dataset(int count) {
    List<Sample> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      samples.add(
          new Sample(
              "id%06d".formatted(i),
              "scan-%06d.png".formatted(i),
              i % 2,
              "patient-" + i / 3,
              Map.of(
                  "plane",
                  i % 3 == 0 ? "axial" : "coronal",
                  "width",
                  Integer.toString(10 + i % 5),
                  "height",
                  "10")));
    }
    return new Dataset(
        "made up",
        ADDRESS,
        new Labels(List.of("no", "yes"), 1),
        samples,
        List.of(new LeftOut("notes.txt", "It is no image.")),
        List.of("These are computed."),
        new Squares());
  }

  @Override
  public Dataset open(RunRequest request, Progress progress) {
    synchronized (opened) {
      opened.add(request);
    }
    return dataset(count);
  }

  @Override
  public Deduplicated deduplicate(RunRequest request, Dataset dataset, Progress progress) {
    List<Sample> s = dataset.samples();
    DuplicateGroup same = new DuplicateGroup(List.of(s.get(0), s.get(2)));
    DuplicateGroup crossing = new DuplicateGroup(List.of(s.get(4), s.get(5)));
    List<SimilarPair> pairs =
        List.of(
            pair(s.get(0), s.get(2), SimilarPair.Kind.NEAR, "mirrored"),
            pair(s.get(4), s.get(5), SimilarPair.Kind.NEAR, ""),
            pair(s.get(6), s.get(7), SimilarPair.Kind.SERIES, ""));
    List<DuplicateGroup> groups = List.of(same, crossing);
    Duplicates found = new Duplicates(groups, pairs).apart(dataset.distinct());
    return new Deduplicated(dataset, found, DistinctSamples.of(dataset, found.groups()));
  }

  private static SimilarPair pair(
      Sample first, Sample second, SimilarPair.Kind kind, String relation) {
    return new SimilarPair(first, second, kind, relation, Map.of("phash", 3.0));
  }

  @Override
  public Prepared prepare(RunRequest request, Dataset dataset, Progress progress) {
    List<Sample> all = dataset.samples();
    int train = all.size() / 2 / 3 * 3;
    int validation = train + all.size() / 4 / 3 * 3;
    Split split =
        new Split(
            all.subList(0, train),
            all.subList(train, validation),
            all.subList(validation, all.size()));
    return new Prepared(
        dataset,
        new Duplicates(List.of(), List.of()),
        List.of(),
        split,
        certificates.of(split),
        Optional.of(new Shares(0.5, 0.25, 0.25)),
        List.of());
  }

  @Override
  public Curation read(Path file) {
    return files.getOrDefault(file, Curation.none());
  }

  @Override
  public void write(Path file, Curation curation) {
    files.put(file, curation);
  }

  @Override
  public Dataset apply(Dataset found, Curation curation) {
    Marks marks = Marks.of(Found.of(ADDRESS, "source", Map.of(), found), curation);
    return new Dataset(
        found.name(),
        found.address(),
        found.labels(),
        found.samples().stream()
            .filter(s -> !marks.excluded(s))
            .map(s -> new Sample(s.id(), s.source(), marks.label(s), s.group(), s.attributes()))
            .toList(),
        found.leftOut(),
        found.notes(),
        found.pixels(),
        marks.kept(),
        marks.distinct());
  }

  @Override
  public <T extends Extension> List<T> all(Class<T> type) {
    return extensions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public <T extends Extension> T find(Class<T> type, String id) {
    return all(type).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(Problem.Kind.USAGE, "There is no " + id + ".", ""));
  }

  @Override
  public List<Status> statuses() {
    return List.of();
  }

  @Override
  public void reportFailure(Extension extension, Throwable cause) {
    throw new IllegalStateException(cause);
  }

  @Override
  public Images open(Dataset dataset, Shape shape) {
    return new Images() {
      @Override
      public Image image(Sample sample) {
        asked.add(sample.source());
        return new Image(shape, new float[shape.size()]);
      }

      @Override
      public Optional<String> note() {
        return Optional.empty();
      }

      @Override
      public void close() {
        asked.add("closed");
      }
    };
  }

  @Override
  public Usage usage() {
    return new Usage(Path.of("cache"), 0, 0);
  }

  /** Opens the data. */
  private static final class Source implements DatasetSource {
    @Override
    public String id() {
      return "source";
    }

    @Override
    public String description() {
      return "Computed samples.";
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          new Setting.Text("group", "none", "What stays together."),
          new Setting.Text("edits", "", "Edits."));
    }

    @Override
    public boolean accepts(String address) {
      return address.equals(ADDRESS);
    }

    @Override
    public Dataset open(String address, Settings settings, Progress progress) {
      return dataset(12);
    }
  }

  /** Grey squares; the mask of the positive class is the upper left pixel. */
  private static final class Squares implements PixelReader {
    @Override
    public Pixels read(Sample sample) {
      int width = Integer.parseInt(sample.attributes().getOrDefault("width", "1"));
      return new Pixels(width, 10, 1, new byte[width * 10]);
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      Pixels mask = read(sample);
      if (sample.label() == 1) {
        mask.data()[0] = (byte) 255;
      }
      return Optional.of(mask);
    }
  }

  private static final class NoTrainings implements Trainings {
    @Override
    public Training start(RunRequest request) {
      throw new UnsupportedOperationException("No training in tests of data.");
    }

    @Override
    public Training startIsolated(RunRequest request, Limits limits) {
      throw new UnsupportedOperationException("Nothing is trained here.");
    }

    @Override
    public Training resume(Path run) {
      throw new UnsupportedOperationException("No training in tests of data.");
    }

    @Override
    public Training repeat(Path run) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Watched<List<Training>> all() {
      throw new UnsupportedOperationException("No training in tests of data.");
    }
  }

  /** What was kept of edits, by file. */
  public Map<Path, Curation> files() {
    return new HashMap<>(files);
  }
}
