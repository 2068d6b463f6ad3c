package axial.dedup.search;

import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.dedup.index.KeptLooks;
import axial.dedup.index.Workers;
import axial.job.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The duplicates and look-alikes of a data set, from the contents that a search found alike. */
public final class Alike {

  private final Contents contents;
  private final Findings findings;

  private Alike(Contents contents, Findings findings) {
    this.contents = contents;
    this.findings = findings;
  }

  /**
   * Searches a data set, building on its last search.
   *
   * @throws axial.job.ProblemException of kind INPUT when an image can no longer be read, of kind
   *     OUTPUT when the cache cannot be written
   * @throws axial.job.CancelledException when cancelled
   */
  public static Duplicates in(Dataset dataset, Limits limits, KeptLooks looks, Progress progress) {
    Contents contents = new Contents(dataset, looks, progress);
    PairsFile file = new PairsFile(looks.folder(), dataset.address(), limits);
    try (Workers workers = new Workers(looks.threads())) {
      Findings findings =
          new NearSearch(contents, limits, file.read(contents), workers, progress).run();
      file.write(contents, findings);
      return new Alike(contents, findings).duplicates();
    }
  }

  private Duplicates duplicates() {
    List<Edge> sorted = new ArrayList<>(findings.byHash());
    sorted.addAll(findings.byName());
    sorted.sort(Comparator.comparingInt(Edge::first).thenComparingInt(Edge::second));
    List<Edge> edges = new ArrayList<>(sorted.size());
    for (Edge edge : sorted) {
      // Of a pair that both ways found the one by hash stands first, as the order is stable.
      if (edges.isEmpty() || !samePair(edges.get(edges.size() - 1), edge)) {
        edges.add(edge);
      }
    }
    return new Duplicates(groups(edges), edges.stream().map(this::pair).toList(), notes());
  }

  private static boolean samePair(Edge a, Edge b) {
    return a.first() == b.first() && a.second() == b.second();
  }

  private List<DuplicateGroup> groups(List<Edge> edges) {
    Map<Integer, Edge> closest = new HashMap<>();
    edges.stream().filter(Edge::near).forEach(e -> closest.merge(e.second(), e, Edge::closer));
    Map<Integer, List<Sample>> members = new TreeMap<>();
    for (int i = 0; i < contents.count(); i++) {
      if (contents.samples(i).size() > 1 && !closest.containsKey(i)) {
        members.put(i, new ArrayList<>(contents.samples(i)));
      }
    }
    closest.forEach(
        (copy, edge) ->
            members
                .computeIfAbsent(edge.first(), first -> new ArrayList<>(contents.samples(first)))
                .addAll(contents.samples(copy)));
    Map<Sample, Integer> order = contents.order(members.values());
    return members.values().stream()
        .map(
            samples ->
                new DuplicateGroup(
                    samples.stream().sorted(Comparator.comparingInt(order::get)).toList()))
        .toList();
  }

  private SimilarPair pair(Edge edge) {
    Map<String, Double> distances = new LinkedHashMap<>();
    distances.put("phash", (double) edge.phash());
    distances.put("dhash", (double) edge.dhash());
    distances.put("correlation", edge.correlation());
    distances.put("residual", edge.residual());
    return new SimilarPair(
        contents.first(edge.first()),
        contents.first(edge.second()),
        edge.kind(),
        edge.relation().words(),
        distances);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    long plain = contents.plainCount();
    if (plain > 0) {
      notes.add(
          "%d pictures show hardly any contrast; only exact copies of them were looked for."
              .formatted(plain));
    }
    if (!findings.cutShort().isEmpty()) {
      notes.add(
          "For %d pictures so many others have a similar hash that only the nearest were compared;"
                  .formatted(findings.cutShort().cardinality())
              + " a smaller distance proposes fewer.");
    }
    return notes;
  }
}
