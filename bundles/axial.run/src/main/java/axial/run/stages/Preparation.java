package axial.run.stages;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.DistinctSamples;
import axial.data.DuplicateFinder;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.Split;
import axial.data.Splitter;
import axial.job.Progress;
import axial.job.Seed;
import axial.run.LeakCertificate;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The stages from the source to the split: load, remove duplicates, split, certify. */
public final class Preparation {

  /** What came out: the data set with its pixels, what is recorded of it, and its parts. */
  public record Prepared(Dataset dataset, RunRecord.DataRecord record, Split split) {}

  private final RunSpec spec;
  private final Crew crew;
  private final Fence fence;
  private final RunEvents events;
  private final Progress progress;

  /** The preparation of one run. */
  public Preparation(RunSpec spec, Crew crew, Fence fence, RunEvents events, Progress progress) {
    this.spec = spec;
    this.crew = crew;
    this.fence = fence;
    this.events = events;
    this.progress = progress;
  }

  /** Opens the data set; its notes say as well what the augmenters may do to such classes. */
  public Dataset load() {
    return events.stage(
        Stage.LOAD,
        () -> {
          DatasetSource source = crew.source().extension();
          return fence.call(
              DatasetSource.class,
              source,
              () -> withCautions(source.open(spec.data(), crew.source().settings(), progress)));
        },
        data ->
            "%d images in %d classes%s%s"
                .formatted(
                    data.samples().size(),
                    data.labels().count(),
                    data.leftOut().isEmpty()
                        ? ""
                        : "; " + data.leftOut().size() + " files left out",
                    data.notes().isEmpty() ? "" : ". " + String.join(" ", data.notes())));
  }

  private Dataset withCautions(Dataset data) {
    List<String> notes = new ArrayList<>(data.notes());
    notes.addAll(new Augmentation(crew.augmenters(), spec.seed(), fence).cautions(data.labels()));
    return new Dataset(
        data.name(),
        data.address(),
        data.labels(),
        data.samples(),
        data.leftOut(),
        notes,
        data.pixels());
  }

  /** Takes duplicates out and splits. */
  public Prepared prepare(Dataset dataset) {
    DistinctSamples distinct =
        events.stage(
            Stage.DEDUPLICATE,
            () -> distinct(dataset),
            d ->
                "%d exact duplicates removed in %d groups; %d images remain"
                    .formatted(d.removed().size(), d.groups().size(), d.samples().size()));
    Split split =
        events.stage(
            Stage.SPLIT,
            () -> split(distinct),
            s ->
                "%d to train, %d to validate, %d to test; no image and no group in two parts"
                    .formatted(s.train().size(), s.validation().size(), s.test().size()));
    RunRecord.DataRecord record =
        new RunRecord.DataRecord(
            dataset.name(),
            dataset.labels(),
            dataset.samples(),
            dataset.leftOut(),
            dataset.notes(),
            distinct.groups().stream()
                .map(g -> g.samples().stream().map(Sample::source).toList())
                .toList(),
            distinct.removed(),
            certify(split));
    return new Prepared(dataset, record, split);
  }

  private DistinctSamples distinct(Dataset dataset) {
    DuplicateFinder finder = crew.duplicates().extension();
    Duplicates duplicates =
        fence.call(
            DuplicateFinder.class,
            finder,
            () -> finder.find(dataset, crew.duplicates().settings(), progress));
    return DistinctSamples.of(dataset, duplicates.groups());
  }

  private Split split(DistinctSamples distinct) {
    Splitter splitter = crew.splitter().extension();
    Seed seed = new Seed(spec.seed()).derive("split");
    return fence.call(
        Splitter.class, splitter, () -> splitter.split(distinct, crew.splitter().settings(), seed));
  }

  /** Looks for contents and groups that are in more than one part. */
  static LeakCertificate certify(Split split) {
    Map<String, Split.Part> ids = new HashMap<>();
    Map<String, Split.Part> groups = new HashMap<>();
    TreeSet<String> sharedIds = new TreeSet<>();
    TreeSet<String> sharedGroups = new TreeSet<>();
    for (Split.Part part : Split.Part.values()) {
      for (Sample sample : split.part(part)) {
        Split.Part holdsId = ids.putIfAbsent(sample.id(), part);
        if (holdsId != null && holdsId != part) {
          sharedIds.add(sample.id());
        }
        Split.Part holdsGroup = groups.putIfAbsent(sample.group(), part);
        if (holdsGroup != null && holdsGroup != part) {
          sharedGroups.add(sample.group());
        }
      }
    }
    return new LeakCertificate(new ArrayList<>(sharedIds), new ArrayList<>(sharedGroups));
  }
}
