package axial.run.stages;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.DistinctSamples;
import axial.data.DuplicateFinder;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.Shares;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The stages from the source to the split: load, remove duplicates and what is frozen, split,
 * certify.
 */
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

  /** Opens the data set. */
  public Dataset load() {
    return events.stage(
        Stage.LOAD,
        () -> {
          DatasetSource source = crew.source().extension();
          return fence.call(
              DatasetSource.class,
              source,
              () -> source.open(spec.data(), crew.source().settings(), progress));
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

  /** Sets frozen images aside, takes duplicates out and splits. */
  public Prepared prepare(Dataset found) {
    Cleaned cleaned =
        events.stage(
            Stage.DEDUPLICATE,
            () -> clean(found),
            c ->
                "%d exact duplicates removed in %d groups; %d images remain%s"
                    .formatted(
                        c.distinct().removed().size(),
                        c.distinct().groups().size(),
                        c.distinct().samples().size(),
                        c.unfrozen().note().isEmpty() ? "" : ". " + c.unfrozen().note()));
    Dataset dataset = cleaned.unfrozen().dataset();
    DistinctSamples distinct = cleaned.distinct();
    Optional<Shares> wanted = crew.splitter().extension().wanted(crew.splitter().settings());
    Split split =
        events.stage(
            Stage.SPLIT,
            () -> split(distinct),
            s ->
                SplitSummary.of(s, dataset.labels(), wanted)
                    + "; no image and no group in two parts");
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
            certify(split),
            wanted);
    return new Prepared(dataset, record, split);
  }

  private record Cleaned(Unfrozen unfrozen, DistinctSamples distinct) {}

  private Cleaned clean(Dataset dataset) {
    DuplicateFinder finder = crew.duplicates().extension();
    Duplicates duplicates =
        fence.call(
            DuplicateFinder.class,
            finder,
            () -> finder.find(dataset, crew.duplicates().settings(), progress));
    Unfrozen unfrozen = Unfrozen.of(dataset, duplicates.groups(), crew.holdOuts().all());
    return new Cleaned(unfrozen, DistinctSamples.of(unfrozen.dataset(), unfrozen.duplicates()));
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
