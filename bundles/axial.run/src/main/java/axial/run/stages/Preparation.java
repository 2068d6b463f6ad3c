package axial.run.stages;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.DistinctSamples;
import axial.data.DuplicateCounts;
import axial.data.DuplicateFinder;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.Shares;
import axial.data.SimilarPair;
import axial.data.Split;
import axial.data.Splitter;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.run.Deduplicated;
import axial.run.LeakCertificate;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.run.extensions.Names;
import axial.run.stages.Certifier.Seen;
import axial.run.stages.Crew.Chosen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stages from the source to the split: load, remove duplicates and what is frozen, split,
 * certify.
 */
public final class Preparation {

  /**
   * What came out: the data set with its pixels, what is recorded of it, its parts, and its
   * duplicates with their pairs.
   */
  public record Prepared(
      Dataset dataset, RunRecord.DataRecord record, Split split, Duplicates duplicates) {}

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
          return withCautions(
              fence.call(
                  DatasetSource.class,
                  source,
                  () -> source.open(spec.data(), crew.source().settings(), progress)));
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
        data.pixels(),
        data.kept(),
        data.distinct());
  }

  /**
   * Sets frozen images aside, takes duplicates out and splits, in the order of the protocol, and
   * certifies the parts.
   */
  public Prepared prepare(Dataset dataset) {
    return spec.protocol() == Split.Protocol.NOTEBOOK
        ? prepareAsNotebook(dataset)
        : prepareClean(dataset);
  }

  /** Sets frozen images aside and takes duplicates out; not for the protocol of the notebook. */
  public Deduplicated deduplicate(Dataset dataset) {
    if (spec.protocol() == Split.Protocol.NOTEBOOK) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The protocol notebook looks for copies only after its split.",
          "Look at the split, or choose --protocol clean.");
    }
    Sought sought = seek(dataset);
    return new Deduplicated(sought.unfrozen().dataset(), sought.left(), sought.distinct());
  }

  private Sought seek(Dataset dataset) {
    return events.stage(
        Stage.DEDUPLICATE,
        () -> takeOut(dataset),
        d ->
            "%s removed; %d images remain%s"
                .formatted(
                    DuplicateCounts.of(d.distinct().groups(), d.distinct().removed()).text(),
                    d.distinct().samples().size(),
                    d.unfrozen().inWords()));
  }

  private Prepared prepareClean(Dataset dataset) {
    Sought deduplicated = seek(dataset);
    Dataset free = deduplicated.unfrozen().dataset();
    DistinctSamples distinct = deduplicated.distinct();
    Parts parts =
        events.stage(
            Stage.SPLIT,
            () -> {
              Split split = split(distinct);
              Optional<Seen> seen =
                  crew.searchesNear()
                      ? Optional.of(new Seen(Crew.NEAR, deduplicated.found()))
                      : lookForNearPairs(dataset);
              return new Parts(split, Certifier.certify(split, seen));
            },
            p -> sizes(p.split(), free) + ". " + words(p.leaks()));
    return prepared(free, deduplicated.left(), distinct.removed(), parts);
  }

  private Prepared prepareAsNotebook(Dataset dataset) {
    Unfrozen unfrozen = Unfrozen.of(dataset, List.of(), crew.holdOuts().all());
    Dataset free = unfrozen.dataset();
    Seed seed = new Seed(spec.seed()).derive("split");
    Split all =
        events.stage(
            Stage.SPLIT,
            () -> NotebookProtocol.split(free, seed),
            s -> sizes(s, free) + unfrozen.inWords());
    List<NotebookProtocol.Unique> unique = new ArrayList<>();
    List<Seen> near = new ArrayList<>();
    Parts parts =
        events.stage(
            Stage.DEDUPLICATE,
            () -> {
              unique.add(NotebookProtocol.withoutCopies(all));
              Split split = unique.get(0).split();
              lookForNearPairs(free).ifPresent(near::add);
              return new Parts(split, Certifier.certify(split, near.stream().findFirst()));
            },
            p ->
                "%s removed inside the parts, copies across them stay: %s. %s"
                    .formatted(
                        DuplicateCounts.of(unique.get(0).groups(), unique.get(0).removed()).text(),
                        sizes(p.split(), free),
                        words(p.leaks())));
    List<SimilarPair> pairs = near.stream().flatMap(s -> s.duplicates().pairs().stream()).toList();
    return prepared(
        free, new Duplicates(unique.get(0).groups(), pairs), unique.get(0).removed(), parts);
  }

  private record Sought(Duplicates found, Unfrozen unfrozen, DistinctSamples distinct) {

    /** What was found among the samples that are not frozen. */
    Duplicates left() {
      Set<Sample> free = new HashSet<>(unfrozen.dataset().samples());
      return new Duplicates(
          distinct.groups(),
          found.pairs().stream()
              .filter(pair -> free.contains(pair.first()) && free.contains(pair.second()))
              .toList(),
          found.notes());
    }
  }

  private record Parts(Split split, LeakCertificate leaks) {}

  private Prepared prepared(
      Dataset dataset, Duplicates duplicates, List<Sample> removed, Parts parts) {
    RunRecord.DataRecord record =
        new RunRecord.DataRecord(
            dataset.name(),
            dataset.labels(),
            dataset.samples(),
            dataset.leftOut(),
            dataset.notes(),
            duplicates.groups().stream()
                .map(g -> g.samples().stream().map(Sample::source).toList())
                .toList(),
            removed,
            parts.leaks(),
            wanted());
    return new Prepared(dataset, record, parts.split(), duplicates);
  }

  private String sizes(Split split, Dataset dataset) {
    return SplitSummary.of(split, dataset.labels(), wanted());
  }

  /** What the splitter aims at; the notebook's split has shares of its own. */
  private Optional<Shares> wanted() {
    if (spec.protocol() == Split.Protocol.NOTEBOOK) {
      return Optional.of(NotebookProtocol.SHARES);
    }
    Splitter splitter = crew.splitter().extension();
    return fence.call(Splitter.class, splitter, () -> splitter.wanted(crew.splitter().settings()));
  }

  /** Without the full stop, which the stage's summary gets. */
  private static String words(LeakCertificate leaks) {
    String words =
        leaks.stamp().map(stamp -> stamp + " ").orElse("")
            + leaks.text()
            + leaks.caution().map(caution -> " " + caution).orElse("");
    return words.substring(0, words.length() - 1);
  }

  private Sought takeOut(Dataset dataset) {
    Duplicates found = find(crew.duplicates(), dataset);
    Unfrozen unfrozen = Unfrozen.of(dataset, found.groups(), crew.holdOuts().all());
    return new Sought(
        found, unfrozen, DistinctSamples.of(unfrozen.dataset(), unfrozen.duplicates()));
  }

  /** A finder that was not chosen and fails costs its part of the certificate only. */
  private Optional<Seen> lookForNearPairs(Dataset dataset) {
    List<Seen> seen = new ArrayList<>();
    crew.nearFinder()
        .ifPresent(
            finder ->
                fence.attempt(
                    DuplicateFinder.class,
                    finder.extension(),
                    () -> new Seen(Crew.NEAR, find(finder, dataset)),
                    seen::add,
                    failed ->
                        events.setAside(
                            "duplicate finder",
                            Names.bundleOf(finder.extension()),
                            failed.problem().summary())));
    return seen.stream().findFirst();
  }

  private Duplicates find(Chosen<DuplicateFinder> finder, Dataset dataset) {
    Duplicates found =
        fence.call(
            DuplicateFinder.class,
            finder.extension(),
            () -> finder.extension().find(dataset, finder.settings(), progress));
    return found.apart(dataset.distinct());
  }

  private Split split(DistinctSamples distinct) {
    Splitter splitter = crew.splitter().extension();
    Seed seed = new Seed(spec.seed()).derive("split");
    return fence.call(
        Splitter.class, splitter, () -> splitter.split(distinct, crew.splitter().settings(), seed));
  }
}
