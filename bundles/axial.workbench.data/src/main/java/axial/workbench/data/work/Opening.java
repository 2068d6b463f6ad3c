package axial.workbench.data.work;

import axial.data.Curation;
import axial.data.Curations;
import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Deduplicated;
import axial.run.Extensions;
import axial.run.Preparations;
import axial.run.Prepared;
import axial.run.RunRequest;
import axial.view.WorkingData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/** Opens data with the edits that the workspace keeps for them. On background threads. */
final class Opening {

  private static final int LONGEST = 40;

  private final Extensions extensions;
  private final Preparations preparations;
  private final Curations curations;

  /** Opened data. */
  record Opened(Found found, Edited edited, WorkingData working) {}

  Opening(Extensions extensions, Preparations preparations, Curations curations) {
    this.extensions = extensions;
    this.preparations = preparations;
    this.curations = curations;
  }

  Opened open(Path workspace, String address, Map<String, String> set, Progress progress) {
    String source = source(address, set);
    Map<String, String> plain = withoutEdits(source, set);
    Dataset dataset = preparations.open(request(address, plain), progress);
    Found found = Found.of(address, source, plain, dataset);
    Path file =
        set.containsKey(key(source)) ? Path.of(set.get(key(source))) : file(workspace, found);
    Curation curation = Files.exists(file) ? curations.read(file) : Curation.none();
    return new Opened(found, Edited.of(found, curation), working(found, curation, file));
  }

  /** What somebody else has opened; with its edits undone, so that they can be shown. */
  Opened adopt(Path workspace, WorkingData data, Progress progress) {
    String source = source(data.address(), data.set());
    if (data.set().containsKey(key(source))) {
      Opened opened = open(workspace, data.address(), data.set(), progress);
      return new Opened(opened.found(), opened.edited(), data);
    }
    Found found = Found.of(data.address(), source, data.set(), data.dataset());
    return new Opened(found, Edited.NOTHING, data);
  }

  /** Writes the edits of data and gives the data with them. */
  WorkingData keep(Path workspace, Found found, Curation curation) {
    Path file = file(workspace, found);
    curations.write(file, curation);
    return working(found, curation, file);
  }

  /** The data with their edits. */
  private WorkingData working(Found found, Curation curation, Path file) {
    Dataset dataset =
        curation.edits().isEmpty() ? found.dataset() : curations.apply(found.dataset(), curation);
    Map<String, String> set = new LinkedHashMap<>(found.set());
    if (!curation.edits().isEmpty()) {
      set.put(key(found.source()), file.toString());
    }
    return new WorkingData(found.address(), set, dataset);
  }

  Deduplicated deduplicate(WorkingData data, Progress progress) {
    return preparations.deduplicate(request(data.address(), data.set()), data.dataset(), progress);
  }

  Prepared prepare(WorkingData data, Progress progress) {
    return preparations.prepare(request(data.address(), data.set()), data.dataset(), progress);
  }

  /** Where the edits of data are kept. */
  private Path file(Path workspace, Found found) {
    CRC32 check = new CRC32();
    check.update(found.address().getBytes(StandardCharsets.UTF_8));
    String plain = found.dataset().name().replaceAll("[^A-Za-z0-9._-]+", "-");
    String name = plain.substring(0, Math.min(LONGEST, plain.length()));
    return workspace
        .resolve("datasets")
        .resolve("%s-%08x".formatted(name, check.getValue()))
        .resolve("edits.csv")
        .toAbsolutePath();
  }

  /** Settings without where edits are. */
  Map<String, String> withoutEdits(String source, Map<String, String> set) {
    Map<String, String> plain = new LinkedHashMap<>(set);
    plain.remove(key(source));
    return plain;
  }

  /** The settings of found data, with where the edits of working data are. */
  Map<String, String> full(WorkingData working, Found found) {
    Map<String, String> full = new LinkedHashMap<>(found.set());
    String key = key(found.source());
    if (working.set().containsKey(key)) {
      full.put(key, Objects.requireNonNull(working.set().get(key)));
    }
    return full;
  }

  /** Whether the source would find the same with these settings. */
  boolean sameSource(Found found, Map<String, String> set) {
    return relevant(found.source(), found.set()).equals(relevant(found.source(), set));
  }

  private static Map<String, String> relevant(String source, Map<String, String> set) {
    Map<String, String> of = new LinkedHashMap<>(set);
    of.keySet().removeIf(key -> !key.startsWith(source + ".") && !key.equals("run.source"));
    return of;
  }

  private static RunRequest request(String address, Map<String, String> set) {
    return new RunRequest(RunRequest.DEFAULT_MODEL, address, set);
  }

  private static String key(String source) {
    return source + "." + Curation.SETTING;
  }

  private String source(String address, Map<String, String> set) {
    String chosen = set.get("run.source");
    if (chosen != null) {
      return chosen;
    }
    return extensions.all(DatasetSource.class).stream()
        .filter(source -> source.accepts(address))
        .map(DatasetSource::id)
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT,
                    "No source opens \"%s\".".formatted(address),
                    "Give a folder of images, or phantom."));
  }
}
