package axial.run.store;

import axial.data.Sample;
import axial.explain.Explanation;
import axial.explain.Marks;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder {@code explanations/}: one folder for each explanation. */
final class ExplanationFolder {

  /** How many regions the pictures point out. */
  private static final int TOP = 5;

  private static final int ID = 12;
  private static final int KEY_BYTES = 4;

  private final Path folder;
  private final Json json;

  ExplanationFolder(Path folder, Json json) {
    this.folder = folder;
    this.json = json;
  }

  /**
   * Writes one; an earlier one of the same sample and explainer, and of the same settings and seed
   * where they are not the usual ones, is replaced.
   */
  void write(ExplainedSample explained, boolean usual) {
    Explanation e = explained.explanation();
    String id = explained.sample().id();
    String name = e.explainer() + "-" + id.substring(0, Math.min(ID, id.length()));
    Path own = folder.resolve(usual ? name : name + "-" + key(explained));
    WholeFiles.write(own.resolve("scan.png"), Pictures.png(explained.image()));
    WholeFiles.write(own.resolve("segments.png"), Pictures.png(e.regions()));
    WholeFiles.write(
        own.resolve("for-and-against.png"),
        Pictures.tinted(explained.image(), Marks.strongest(e, TOP)));
    WholeFiles.write(
        own.resolve("boundaries.png"),
        Pictures.outlined(explained.image(), Marks.speakingFor(e, TOP)));
    explained.mask().ifPresent(m -> WholeFiles.write(own.resolve("mask.png"), Pictures.png(m)));
    WholeFiles.write(
        own.resolve("explanation.json"),
        json.file(
            new ExplanationFile(
                explained.sample(),
                explained.predicted(),
                e.explainer(),
                e.label(),
                e.probability(),
                e.weights(),
                e.figures(),
                explained.predictedBy().images(),
                e.notes(),
                explained.seed().isPresent() ? explained.seed().getAsLong() : null,
                explained.settings(),
                explained.localization().orElse(null))));
  }

  /** Eight hexadecimal digits that stand for the settings and the seed. */
  private static String key(ExplainedSample explained) {
    String text =
        explained.settings()
            + (explained.seed().isPresent() ? " seed " + explained.seed().getAsLong() : "");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Each Java has SHA-256.", impossible);
    }
  }

  int count() {
    return folders().size();
  }

  List<ExplainedSample> read(Predicate<Sample> wanted) {
    List<ExplainedSample> all = new ArrayList<>();
    for (Path own : folders()) {
      Path file = own.resolve("explanation.json");
      try {
        ExplanationFile e = json.read(file, Files.readAllBytes(file), ExplanationFile.class);
        if (!wanted.test(e.sample())) {
          continue;
        }
        Path mask = own.resolve("mask.png");
        all.add(
            new ExplainedSample(
                e.sample(),
                Pictures.image(own.resolve("scan.png")),
                e.predicted(),
                new Explanation(
                    e.explainer(),
                    e.label(),
                    e.probability(),
                    Pictures.regions(own.resolve("segments.png")),
                    e.weights(),
                    e.figures(),
                    Optional.ofNullable(e.notes()).orElse(List.of())),
                Optional.ofNullable(e.settings()).orElse(Map.of()),
                Files.exists(mask) ? Optional.of(Pictures.mask(mask)) : Optional.empty(),
                Optional.ofNullable(e.localization()),
                new PredictedBy(Optional.ofNullable(e.predictedBy()).orElse(Map.of())),
                e.seed() == null ? OptionalLong.empty() : OptionalLong.of(e.seed())));
      } catch (IOException | IllegalArgumentException broken) {
        throw new ProblemException(
            new Problem(
                Problem.Kind.INPUT,
                "The explanation in " + own + " cannot be read.",
                "Remove that folder and explain again."),
            broken);
      }
    }
    return all;
  }

  private List<Path> folders() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(own -> Files.exists(own.resolve("explanation.json"))).sorted().toList();
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The folder " + folder + " cannot be listed.",
              "Check its rights."),
          broken);
    }
  }
}
