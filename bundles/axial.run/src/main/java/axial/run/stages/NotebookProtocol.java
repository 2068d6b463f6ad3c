package axial.run.stages;

import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.Sample;
import axial.data.Shares;
import axial.data.Split;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The notebook's order of steps, repeated on purpose: each class is split at random, 80 % to train,
 * 15 % to test and 5 % to validate, whatever the groups; only then copies of one picture are taken
 * out, in each part by itself. Copies in different parts stay. docs/protocols.md says what follows.
 */
final class NotebookProtocol {

  /** The notebook's shares. */
  static final Shares SHARES = new Shares(0.80, 0.05, 0.15);

  /**
   * The parts after both steps.
   *
   * @param groups of copies that were in one part
   * @param removed all but the first of each group
   */
  record Unique(Split split, List<DuplicateGroup> groups, List<Sample> removed) {}

  private NotebookProtocol() {}

  /**
   * The first step.
   *
   * <p>The shares are rounded as scikit-learn's {@code train_test_split} rounds a given {@code
   * train_size}: down, and what is left goes to the other side.
   *
   * @throws ProblemException of kind INPUT when a part would have no image of a class
   */
  static Split split(Dataset dataset, Seed seed) {
    List<Sample> training = new ArrayList<>();
    List<Sample> validation = new ArrayList<>();
    List<Sample> testing = new ArrayList<>();
    for (int label = 0; label < dataset.labels().count(); label++) {
      int wanted = label;
      List<Sample> own =
          new ArrayList<>(dataset.samples().stream().filter(s -> s.label() == wanted).toList());
      seed.derive(label).draws().shuffle(own);
      int train = (int) Math.floor(SHARES.train() * own.size());
      int test =
          train + (int) Math.floor(SHARES.test() / (1 - SHARES.train()) * (own.size() - train));
      if (train == 0 || test == train || test == own.size()) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "Cannot split %d images of class \"%s\" as the notebook did: a part would have none."
                .formatted(own.size(), dataset.labels().name(label)),
            "Each class needs about ten images; add some, or leave out --protocol notebook.");
      }
      training.addAll(own.subList(0, train));
      testing.addAll(own.subList(train, test));
      validation.addAll(own.subList(test, own.size()));
    }
    return new Split(training, validation, testing, Split.Protocol.NOTEBOOK);
  }

  /** The second step. */
  static Unique withoutCopies(Split split) {
    List<DuplicateGroup> groups = new ArrayList<>();
    List<Sample> removed = new ArrayList<>();
    Split unique =
        new Split(
            firsts(split.train(), groups, removed),
            firsts(split.validation(), groups, removed),
            firsts(split.test(), groups, removed),
            Split.Protocol.NOTEBOOK);
    return new Unique(unique, groups, removed);
  }

  private static List<Sample> firsts(
      List<Sample> part, List<DuplicateGroup> groups, List<Sample> removed) {
    Map<String, List<Sample>> byContent = new LinkedHashMap<>();
    part.forEach(s -> byContent.computeIfAbsent(s.id(), id -> new ArrayList<>()).add(s));
    for (List<Sample> copies : byContent.values()) {
      if (copies.size() > 1) {
        groups.add(new DuplicateGroup(copies));
        removed.addAll(copies.subList(1, copies.size()));
      }
    }
    return byContent.values().stream().map(copies -> copies.get(0)).toList();
  }
}
