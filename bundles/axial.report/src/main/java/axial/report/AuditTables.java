package axial.report;

import axial.audit.Audit;
import axial.audit.AuditedPart;
import axial.audit.ClassCount;
import axial.audit.MemoryScore;
import axial.audit.Score;
import axial.audit.Shortcut;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.eval.Estimate;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of an audit by the names of their files. */
final class AuditTables {

  private final Audit audit;
  private final TwinGroups groups;
  private final Set<Sample> others;
  private final List<String> distances;

  AuditTables(Audit audit, TwinGroups groups) {
    this.audit = audit;
    this.groups = groups;
    this.others = audit.otherSamples();
    Set<String> names = new LinkedHashSet<>();
    audit.twins().pairs().forEach(pair -> names.addAll(pair.distances().keySet()));
    this.distances = List.copyOf(names);
  }

  Map<String, WholeFile.Contents> all() {
    Map<String, WholeFile.Contents> tables = new LinkedHashMap<>();
    tables.put("classes.csv", this::classes);
    tables.put("groups.csv", this::groups);
    tables.put("pairs.csv", this::pairs);
    tables.put("memoriser.csv", this::memoriser);
    tables.put("shortcuts.csv", this::shortcuts);
    tables.put("left-out.csv", this::leftOut);
    if (audit.against().isPresent()) {
      tables.put("twins-across.csv", this::twinsAcross);
    }
    return tables;
  }

  private void classes(Writer out) throws IOException {
    Csv csv =
        new Csv(out, List.of("part", "class", "images", "contents", "kept", "twins", "twin_share"));
    for (AuditedPart part : audit.parts()) {
      for (int label = 0; label < audit.labels().count(); label++) {
        ClassCount count = part.counts().get(label);
        csv.row(
            List.of(
                part.name(),
                audit.labels().name(label),
                count.images(),
                count.contents(),
                count.kept(),
                count.twins(),
                count.twinShare()));
      }
    }
  }

  private void groups(Writer out) throws IOException {
    List<String> head = new ArrayList<>();
    head.addAll(List.of("group", "kind", "crosses_classes", "crosses_parts"));
    head.addAll(List.of("part", "source", "class", "id", "relation"));
    head.addAll(distances);
    Csv csv = new Csv(out, head);
    for (TwinGroups.Numbered group : groups.all()) {
      Sample first = group.group().samples().get(0);
      for (Sample member : group.group().samples()) {
        List<Object> row = new ArrayList<>();
        row.add(group.number());
        row.add(group.kind());
        row.add(yes(group.group().crossesClasses()));
        row.add(yes(group.crossesParts()));
        row.add(part(member));
        row.add(member.source());
        row.add(audit.labels().name(member.label()));
        row.add(member.id());
        Optional<SimilarPair> pair = groups.pair(first, member);
        row.add(member.id().equals(first.id()) ? "the same pixels" : relation(pair));
        for (String name : distances) {
          row.add(pair.<Object>map(known -> distance(known, name)).orElse(""));
        }
        csv.row(row);
      }
    }
  }

  private static String relation(Optional<SimilarPair> pair) {
    return pair.map(SimilarPair::relation).orElse("");
  }

  private void pairs(Writer out) throws IOException {
    List<String> head = new ArrayList<>();
    head.addAll(List.of("kind", "relation", "crosses_classes", "crosses_parts"));
    head.addAll(List.of("first_part", "first_source", "first_class"));
    head.addAll(List.of("second_part", "second_source", "second_class"));
    head.addAll(distances);
    Csv csv = new Csv(out, head);
    for (SimilarPair pair : audit.twins().pairs()) {
      List<Object> row = new ArrayList<>();
      row.add(pair.kind().name().toLowerCase(Locale.ROOT));
      row.add(pair.relation());
      row.add(yes(pair.first().label() != pair.second().label()));
      row.add(yes(others.contains(pair.first()) != others.contains(pair.second())));
      for (Sample sample : List.of(pair.first(), pair.second())) {
        row.add(part(sample));
        row.add(sample.source());
        row.add(audit.labels().name(sample.label()));
      }
      distances.forEach(name -> row.add(distance(pair, name)));
      csv.row(row);
    }
  }

  private static Object distance(SimilarPair pair, String name) {
    Double value = pair.distances().get(name);
    return value == null ? "" : value;
  }

  private void memoriser(Writer out) throws IOException {
    List<String> head = new ArrayList<>(List.of("question", "known", "asked", "available"));
    head.addAll(scoreHead());
    Csv csv = new Csv(out, head);
    for (MemoryScore memory : audit.memory()) {
      List<Object> row = new ArrayList<>();
      row.add(memory.question().words());
      row.addAll(List.of(memory.known(), memory.asked(), memory.available()));
      row.addAll(score(memory.score()));
      csv.row(row);
    }
  }

  private void shortcuts(Writer out) throws IOException {
    List<String> head = new ArrayList<>(List.of("property"));
    head.addAll(scoreHead());
    head.addAll(List.of("tells_the_class", "rule"));
    Csv csv = new Csv(out, head);
    for (Shortcut shortcut : audit.shortcuts()) {
      List<Object> row = new ArrayList<>();
      row.add(shortcut.title());
      row.addAll(score(shortcut.score()));
      row.add(yes(shortcut.telling()));
      row.add(String.join(" ", shortcut.rule()));
      csv.row(row);
    }
  }

  private static List<String> scoreHead() {
    return List.of(
        "balanced_accuracy",
        "balanced_accuracy_low",
        "balanced_accuracy_high",
        "chance",
        "accuracy",
        "accuracy_low",
        "accuracy_high",
        "majority");
  }

  private static List<Double> score(Score score) {
    Estimate balanced = score.balancedAccuracy();
    Estimate accuracy = score.accuracy();
    return List.of(
        balanced.value(),
        balanced.low(),
        balanced.high(),
        score.chance(),
        accuracy.value(),
        accuracy.low(),
        accuracy.high(),
        score.majority());
  }

  private void leftOut(Writer out) throws IOException {
    Csv csv = new Csv(out, List.of("part", "source", "reason"));
    for (AuditedPart part : audit.parts()) {
      for (LeftOut left : part.leftOut()) {
        csv.row(List.of(part.name(), left.source(), left.reason()));
      }
    }
  }

  private void twinsAcross(Writer out) throws IOException {
    Csv csv = new Csv(out, List.of("part", "source", "class", "id"));
    for (AuditedPart part : audit.parts()) {
      for (Sample sample : part.twins()) {
        csv.row(
            List.of(
                part.name(), sample.source(), audit.labels().name(sample.label()), sample.id()));
      }
    }
  }

  private String part(Sample sample) {
    return audit
        .against()
        .filter(other -> others.contains(sample))
        .map(AuditedPart::name)
        .orElse(audit.data().name());
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
