package axial.run.crate;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.RunRecord;
import axial.run.repeat.SentGroups;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the crate of a run. */
final class Packing {

  private static final Pattern ENDED =
      Pattern.compile("\\{(?=[^\n]*\"event\":\"ended\")[^\n]*\"time\":\"([^\"]+)\"");

  private final RunRecord run;
  private final Optional<Map<String, Path>> images;
  private final Progress progress;

  /**
   * The packing of a run.
   *
   * @param images the files of its data by their sources, none when they are computed; nothing to
   *     leave out whatever shows an image
   */
  Packing(RunRecord run, Optional<Map<String, Path>> images, Progress progress) {
    this.run = run;
    this.images = images;
    this.progress = progress;
  }

  /** Writes it beside its place and moves it there. */
  void write(Path file, Path lock) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Map<String, Path> files = files(lock);
    try {
      try (OutputStream out =
              Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        List<CrateFile> written = new ArrayList<>();
        for (Map.Entry<String, Path> each : files.entrySet()) {
          progress.at("Packing", written.size(), files.size());
          progress.check();
          try (InputStream in = Files.newInputStream(each.getValue())) {
            written.add(add(zip, each.getKey(), in));
          }
        }
        Optional<byte[]> groups = SentGroups.of(run);
        if (groups.isPresent() && !files.containsKey(SentGroups.FILE)) {
          written.add(add(zip, SentGroups.FILE, new ByteArrayInputStream(groups.get())));
        }
        zip.putNextEntry(new ZipEntry(CrateFile.METADATA));
        zip.write(new Metadata().describe(run, ended(), written, images.isPresent()));
        zip.closeEntry();
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The run cannot be packed into %s (%s)."
                  .formatted(file, broken.getClass().getSimpleName()),
              "Check that its folder can be written and that the disk has room."),
          broken);
    } finally {
      discard(part);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException stays) {
      System.getLogger(Packing.class.getName())
          .log(System.Logger.Level.WARNING, "The file {0} stays.", part);
    }
  }

  private static CrateFile add(ZipOutputStream zip, String name, InputStream file)
      throws IOException {
    MessageDigest digest = sha256();
    zip.putNextEntry(new ZipEntry(name));
    long bytes = new DigestInputStream(file, digest).transferTo(zip);
    zip.closeEntry();
    return new CrateFile(name, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Each Java has SHA-256.", impossible);
    }
  }

  private Map<String, Path> files(Path lock) {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(run.folder())) {
      all.filter(Files::isRegularFile)
          .forEach(
              file -> {
                String name = run.folder().relativize(file).toString().replace('\\', '/');
                if (goesAlong(name)) {
                  files.put(name, file);
                }
              });
    } catch (IOException | java.io.UncheckedIOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The files of the run %s cannot be read.".formatted(run.id()),
              "Check the rights of " + run.folder() + "."),
          broken);
    }
    files.put(CrateFile.LOCK, lock);
    images
        .orElse(Map.of())
        .forEach((source, file) -> files.putIfAbsent(CrateFile.IMAGES + source, file));
    requireNames(files.keySet());
    return files;
  }

  /** Without images, nothing that shows one goes along; what somebody noted never does. */
  private boolean goesAlong(String name) {
    boolean own =
        List.of(".lock", "notes.json", CrateFile.METADATA, CrateFile.LOCK).contains(name)
            || name.endsWith(".part");
    boolean shows =
        name.equals("report.html")
            || name.startsWith("explanations")
            || name.startsWith(CrateFile.IMAGES);
    return !own && (images.isPresent() || !shows);
  }

  private void requireNames(Set<String> files) {
    CrateNames names = new CrateNames();
    for (String file : files) {
      names
          .add(file)
          .ifPresent(
              wrong -> {
                throw ProblemException.of(
                    Problem.Kind.INPUT,
                    "The run %s cannot be packed so that every system can unpack it: %s."
                        .formatted(run.id(), wrong),
                    "Rename that file and make the run again, or pack it without images.");
              });
    }
  }

  private Optional<String> ended() throws IOException {
    Path events = run.folder().resolve("events.jsonl");
    if (!Files.exists(events)) {
      return Optional.empty();
    }
    Matcher ended = ENDED.matcher(Files.readString(events));
    Optional<String> last = Optional.empty();
    while (ended.find()) {
      last = Optional.of(ended.group(1));
    }
    return last;
  }
}
