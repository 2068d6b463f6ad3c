package axial.run.stages;

import axial.data.Augmenter;
import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.Image;
import axial.data.ImageLoader;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Shape;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.run.Extensions;
import axial.run.Preview;
import axial.run.PreviewRequest;
import axial.run.RunRequest;
import axial.run.stages.Crew.Chosen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows images beside what the augmenters of a run make of them in its first epochs. */
public final class Previewing {

  private static final int MOST = 50;

  private final Extensions extensions;
  private final ImageLoader loader;
  private final Fence fence;

  /** The part of a run that a preview needs. */
  record Plan(Choice source, List<Choice> augmenters, Shape input, long seed) {}

  /** Previews with these services. */
  public Previewing(Extensions extensions, ImageLoader loader) {
    this.extensions = extensions;
    this.loader = loader;
    this.fence = new Fence(extensions);
  }

  /** Makes a preview. */
  public Preview make(PreviewRequest request, Progress progress) {
    Plan plan = plan(request);
    Chosen<DatasetSource> source = Crew.find(extensions, DatasetSource.class, plan.source());
    Dataset data =
        fence.call(
            DatasetSource.class,
            source.extension(),
            () -> source.extension().open(request.data(), source.settings(), progress));
    return make(request, plan, data, progress);
  }

  /** Makes a preview of data that are open. */
  public Preview make(PreviewRequest request, Dataset data, Progress progress) {
    return make(request, plan(request), data, progress);
  }

  private Plan plan(PreviewRequest request) {
    requireFew("images", request.images());
    requireFew("variations", request.variations());
    Plan plan = Specifier.preview(extensions, new RunRequest("", request.data(), request.set()));
    if (plan.augmenters().isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "There is no augmenter to preview.",
          "Name one or more, such as --augmenters keras,elastic.");
    }
    return plan;
  }

  private Preview make(PreviewRequest request, Plan plan, Dataset data, Progress progress) {
    List<Chosen<Augmenter>> augmenters =
        plan.augmenters().stream()
            .map(choice -> Crew.find(extensions, Augmenter.class, choice))
            .toList();
    Augmentation augmentation = new Augmentation(augmenters, plan.seed(), fence);
    List<Preview.Row> rows = new ArrayList<>();
    for (Sample sample : spread(data, request.images(), plan.seed())) {
      progress.check();
      rows.add(row(data, sample, plan.input(), augmentation, request.variations()));
    }
    return new Preview(
        data.name(),
        augmenters.stream().map(Previewing::describe).toList(),
        plan.seed(),
        rows,
        augmentation.cautions(data.labels()));
  }

  private static void requireFew(String what, int count) {
    if (count < 1 || count > MOST) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A preview cannot have %d %s.".formatted(count, what),
          "Give 1 to %d.".formatted(MOST));
    }
  }

  /** Samples at random, of each class in turn and no two of one group while there are others. */
  private static List<Sample> spread(Dataset data, int count, long seed) {
    List<Sample> shuffled = new ArrayList<>(data.samples());
    new Seed(seed).derive("preview").draws().shuffle(shuffled);
    Set<String> groups = new HashSet<>();
    List<Sample> again = new ArrayList<>();
    List<Deque<Sample>> classes = new ArrayList<>();
    Labels labels = data.labels();
    for (int label = 0; label < labels.count(); label++) {
      classes.add(new ArrayDeque<>());
    }
    for (Sample sample : shuffled) {
      if (groups.add(sample.group())) {
        classes.get(sample.label()).add(sample);
      } else {
        again.add(sample);
      }
    }
    again.forEach(sample -> classes.get(sample.label()).add(sample));
    List<Sample> chosen = new ArrayList<>();
    for (int turn = 0; chosen.size() < Math.min(count, shuffled.size()); turn++) {
      Optional.ofNullable(classes.get(turn % classes.size()).poll()).ifPresent(chosen::add);
    }
    return chosen;
  }

  private Preview.Row row(
      Dataset data, Sample sample, Shape input, Augmentation augmentation, int variations) {
    Image image = loader.toImage(data.pixels().read(sample), input);
    Optional<Image> mask =
        data.pixels()
            .mask(sample)
            .map(m -> inside(loader.toImage(m, new Shape(input.height(), input.width(), 1))));
    List<Preview.Picture> pictures = new ArrayList<>();
    pictures.add(new Preview.Picture(image, mask));
    for (int e = 1; e <= variations; e++) {
      int epoch = e;
      pictures.add(
          new Preview.Picture(
              augmentation.image(image, sample, epoch),
              mask.map(m -> augmentation.mask(m, sample, epoch))));
    }
    return new Preview.Row(sample.source(), data.labels().name(sample.label()), pictures);
  }

  private static Image inside(Image mask) {
    float[] values = mask.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] >= 0.5f ? 1 : 0;
    }
    return new Image(mask.shape(), values);
  }

  private static String describe(Chosen<Augmenter> chosen) {
    Stream<String> changed =
        chosen.extension().settings().stream()
            .filter(s -> !chosen.settings().text(s.key()).equals(s.defaultText()))
            .map(Setting::key)
            .map(key -> key + " " + chosen.settings().text(key));
    return Stream.concat(Stream.of(chosen.extension().id()), changed)
        .collect(Collectors.joining(", "));
  }
}
