package axial.run.store;

import axial.data.Sample;
import axial.data.Split;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a run has written of its data: what the source found, the edits, and the split. */
public final class DataFiles {

  private static final String EDITS = "edits.csv";

  private final RunFiles files;

  DataFiles(RunFiles files) {
    this.files = files;
  }

  /** Writes what the source found, the split and its certificate. */
  public void write(RunRecord.DataRecord data, String address, Split split) {
    String lines =
        data.samples().stream().map(files.json()::line).collect(Collectors.joining("\n", "", "\n"));
    WholeFiles.write(files.file("manifest.jsonl"), lines.getBytes(StandardCharsets.UTF_8));
    files.write(
        "split.json",
        SplitFile.of(
            sources(split.train()),
            sources(split.validation()),
            sources(split.test()),
            split.protocol(),
            data.leaks(),
            data.wanted().orElse(null)));
    files.write(
        "data.json",
        new DataFile(
            data.name(),
            address,
            data.labels(),
            data.leftOut(),
            data.notes(),
            data.duplicateGroups(),
            sources(data.removed())));
  }

  /** Writes a copy of the edits by hand that the data was opened with. */
  public void writeEdits(byte[] csv) {
    WholeFiles.write(files.file(EDITS), csv);
  }

  /** The copy of the edits by hand that the data was opened with, if there were any. */
  public Optional<Path> edits() {
    return Optional.of(files.file(EDITS)).filter(Files::exists);
  }

  /** What the source found, once it was written. */
  public Optional<RunRecord.DataRecord> read() {
    if (!files.has("data.json")) {
      return Optional.empty();
    }
    DataFile data = files.read("data.json", DataFile.class);
    SplitFile split = files.read("split.json", SplitFile.class);
    List<Sample> samples = samples();
    Map<String, Sample> bySource = bySource(samples);
    return Optional.of(
        new RunRecord.DataRecord(
            data.name(),
            data.labels(),
            samples,
            data.leftOut(),
            data.notes(),
            data.duplicateGroups(),
            find(bySource, data.removed()),
            split.leaks(),
            Optional.ofNullable(split.wanted())));
  }

  /** The split, once it was written. */
  public Optional<Split> split() {
    if (!files.has("data.json")) {
      return Optional.empty();
    }
    SplitFile split = files.read("split.json", SplitFile.class);
    Map<String, Sample> bySource = bySource(samples());
    try {
      return Optional.of(
          new Split(
              find(bySource, split.train()),
              find(bySource, split.validation()),
              find(bySource, split.test()),
              split.protocol()));
    } catch (IllegalArgumentException leaks) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The file "
                  + files.file("split.json")
                  + " says that its split is clean, and it leaks.",
              "Restore it from a copy, or make the run again."),
          leaks);
    }
  }

  /** SHA-256 of the manifest. */
  public String manifestSha256() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(files.bytes("manifest.jsonl"));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  private List<Sample> samples() {
    Path file = files.file("manifest.jsonl");
    return new String(RunFiles.bytes(file), StandardCharsets.UTF_8)
        .lines()
        .map(line -> files.json().readLine(file, line, Sample.class))
        .toList();
  }

  private static List<String> sources(List<Sample> samples) {
    return samples.stream().map(Sample::source).toList();
  }

  private static Map<String, Sample> bySource(List<Sample> samples) {
    return samples.stream().collect(Collectors.toMap(Sample::source, Function.identity()));
  }

  private List<Sample> find(Map<String, Sample> bySource, List<String> sources) {
    return sources.stream()
        .map(
            source -> {
              Sample sample = bySource.get(source);
              if (sample == null) {
                throw ProblemException.of(
                    Problem.Kind.INPUT,
                    "The run in %s names the sample %s, which is not in its manifest."
                        .formatted(files.path(), source),
                    "Restore its files from a copy, or make the run again.");
              }
              return sample;
            })
        .toList();
  }
}
