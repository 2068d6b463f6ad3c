package axial.audit.inspect;

import axial.audit.AuditedPart;
import axial.audit.ClassCount;
import axial.audit.Finding;
import axial.audit.Finding.Level;
import axial.audit.MemoryScore;
import axial.audit.Score;
import axial.audit.Shortcut;
import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.eval.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in plain words what to worry about and what to do next. */
final class Findings {

  /** A share of the way from a constant answer to a perfect one that plain memory should not go. */
  private static final double TOO_WELL_REMEMBERED = 0.8;

  /** A class below this share of an even one is small. */
  private static final double SMALL_SHARE = 0.5;

  private static final int FEW_IMAGES = 30;

  private final Labels labels;
  private final AuditedPart data;
  private final Optional<AuditedPart> against;
  private final List<Finding> findings = new ArrayList<>();

  Findings(Labels labels, AuditedPart data, Optional<AuditedPart> against) {
    this.labels = labels;
    this.data = data;
    this.against = against;
  }

  /** All findings, the most important first. */
  List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::level));
    return sorted;
  }

  private void add(Level level, String what, String next) {
    findings.add(new Finding(level, what, next));
  }

  /** Pictures and groups that are in both parts. */
  Findings acrossParts(JointData joint) {
    against.ifPresent(
        other -> {
          ClassCount total = data.total();
          if (total.twins() == 0) {
            add(
                Level.FINE,
                "No image of " + data.name() + " has a twin in " + other.name() + ".",
                "");
          } else {
            add(
                Level.WARNING,
                "%s of the images of %s (%d of %d%s) have a twin in %s: a score on them says little about new images."
                    .formatted(
                        percent(total.twinShare()),
                        data.name(),
                        total.twins(),
                        total.images(),
                        byClass(),
                        other.name()),
                "Take them out of one of the folders before you train; twins-across.csv lists them.");
          }
          sharedGroups(joint);
        });
    return this;
  }

  private String byClass() {
    List<String> shares = new ArrayList<>();
    for (int label = 0; label < labels.count(); label++) {
      ClassCount count = data.counts().get(label);
      if (count.images() > 0) {
        shares.add(percent(count.twinShare()) + " of class " + labels.name(label));
      }
    }
    return "; " + String.join(", ", shares);
  }

  private void sharedGroups(JointData joint) {
    Set<String> shared = groups(joint.data());
    shared.retainAll(joint.against().map(Findings::groups).orElse(Set.of()));
    if (!shared.isEmpty()) {
      add(
          Level.WARNING,
          "%s %s in both folders, such as %s: a network may know the patient, not the finding."
              .formatted(
                  count(shared.size(), "group"),
                  shared.size() == 1 ? "is" : "are",
                  shared.iterator().next()),
          "Divide by patient, so that each is in one folder only.");
    }
  }

  private static Set<String> groups(Dataset part) {
    return part.samples().stream()
        .filter(sample -> !sample.group().equals(sample.source()))
        .map(Sample::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Copies in both parts together. */
  Findings twins(Twins twins) {
    List<DuplicateGroup> groups = twins.found().groups();
    long crossing = groups.stream().filter(DuplicateGroup::crossesClasses).count();
    if (crossing > 0) {
      add(
          Level.WARNING,
          "%s of twins %s in different classes: nobody knows which label is right."
              .formatted(count(crossing, "group"), crossing == 1 ? "is" : "are"),
          "Look at them and correct the labels; until then a training leaves all of them out.");
    }
    List<DuplicateGroup> own = twins.within(twins.joint().data());
    if (own.isEmpty()) {
      add(Level.FINE, "No image of " + data.name() + " is there twice.", "");
    } else {
      int surplus = data.total().images() - data.total().kept();
      add(
          Level.NOTE,
          "%s of %s %s surplus: %s of twins, %d of them equal pixel by pixel."
              .formatted(
                  count(surplus, "image"),
                  data.name(),
                  surplus == 1 ? "is" : "are",
                  count(own.size(), "group"),
                  own.stream().filter(DuplicateGroup::exact).count()),
          "Let Axial take them out before the split, or do so yourself before you split by hand.");
    }
    return this;
  }

  /** Pairs that may be neighbours in one head and are not kept together. */
  Findings series(Duplicates found) {
    List<SimilarPair> apart =
        found.pairs(SimilarPair.Kind.SERIES).stream()
            .filter(pair -> !pair.first().group().equals(pair.second().group()))
            .toList();
    if (!apart.isEmpty()) {
      Set<Sample> images = new HashSet<>();
      apart.forEach(pair -> images.addAll(List.of(pair.first(), pair.second())));
      add(
          Level.NOTE,
          "%s of images (%s in all) may be neighbouring slices of one head, and nothing keeps them together."
              .formatted(count(apart.size(), "pair"), count(images.size(), "image")),
          "Tell Axial which images belong to one patient with the source's setting group, so that"
              + " a split does not tear them apart.");
    }
    return this;
  }

  /** What plain memory scores. */
  Findings memory(List<MemoryScore> scores) {
    if (scores.isEmpty()) {
      return this;
    }
    MemoryScore last = scores.get(scores.size() - 1);
    Score score = last.score();
    boolean high =
        score.balancedAccuracy().low()
            >= score.chance() + TOO_WELL_REMEMBERED * (1 - score.chance());
    add(
        high ? Level.WARNING : Level.NOTE,
        String.format(
            Locale.ROOT,
            "A nearest neighbour on small thumbnails, which learns nothing, reaches a balanced"
                + " accuracy of %s: %s.",
            balanced(score),
            last.question().words()),
        high
            ? "Look for more that the images share, such as patients; a network that scores no"
                + " more has shown nothing."
            : "Compare every network with it; one that scores no more has shown nothing.");
    return this;
  }

  /** Properties that tell the class. */
  Findings shortcuts(List<Shortcut> shortcuts) {
    if (shortcuts.isEmpty()) {
      add(
          Level.NOTE,
          "The shortcut checks need at least two different images of each class in "
              + data.name()
              + ".",
          "Add images.");
      return this;
    }
    List<String> harmless = new ArrayList<>();
    for (Shortcut shortcut : shortcuts) {
      Score score = shortcut.score();
      if (shortcut.telling()) {
        add(
            Level.WARNING,
            String.format(
                Locale.ROOT,
                "The %s alone tells the class: balanced accuracy %s,"
                    + " accuracy %.0f %% (always the most frequent class: %.0f %%). %s",
                shortcut.title(),
                balanced(score),
                100 * score.accuracy().value(),
                100 * score.majority(),
                shortcut.rule().get(0)),
            "Take the classes from the same scanners and files, or report results among images"
                + " that are alike in this.");
      } else {
        harmless.add(shortcut.title());
      }
    }
    if (!harmless.isEmpty()) {
      add(
          Level.FINE,
          "Not well above chance when it alone is to tell the class: "
              + String.join(", ", harmless)
              + ".",
          "");
    }
    return this;
  }

  /** Classes that are small. */
  Findings classes() {
    double even = (double) data.total().kept() / labels.count();
    List<String> small = new ArrayList<>();
    for (int label = 0; label < labels.count(); label++) {
      int kept = data.counts().get(label).kept();
      if (kept < FEW_IMAGES || kept < SMALL_SHARE * even) {
        small.add(count(kept, "image") + " of class " + labels.name(label));
      }
    }
    if (!small.isEmpty()) {
      add(
          Level.NOTE,
          "%s has few images of a class: %s, of %d without twins."
              .formatted(data.name(), String.join(", ", small), data.total().kept()),
          "Judge by balanced accuracy and its interval, not by accuracy.");
    }
    return this;
  }

  /** Files that were found and not taken. */
  Findings leftOut() {
    int count = data.leftOut().size() + against.map(other -> other.leftOut().size()).orElse(0);
    if (count > 0) {
      add(Level.NOTE, count(count, "file") + " left out.", "See the reasons below.");
    }
    return this;
  }

  private static String balanced(Score score) {
    Estimate estimate = score.balancedAccuracy();
    return String.format(
        Locale.ROOT,
        "%.2f (95 %% interval %.2f to %.2f; a constant answer has %.2f)",
        estimate.value(),
        estimate.low(),
        estimate.high(),
        score.chance());
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A share in per cent; a small one is not rounded to none, nor a large one to all. */
  private static String percent(double share) {
    long rounded = Math.round(100 * share);
    if (share > 0 && rounded == 0) {
      return "under 1 %";
    }
    return Math.min(rounded, share < 1 ? 99 : 100) + " %";
  }
}
