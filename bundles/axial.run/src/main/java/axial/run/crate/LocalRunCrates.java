package axial.run.crate;

import axial.data.DatasetSource;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Extensions;
import axial.run.RunCrates;
import axial.run.RunRecord;
import axial.run.Runs;
import axial.run.store.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Packs the runs of this machine, and takes others into the workspace. */
@Component
public final class LocalRunCrates implements RunCrates {

  private final Runs runs;
  private final Extensions extensions;
  private final Path workspace;

  /** A service over these; the framework property {@code axial.workspace} says where. */
  @Activate
  public LocalRunCrates(
      BundleContext framework, @Reference Runs runs, @Reference Extensions extensions) {
    this(
        runs,
        extensions,
        Path.of(Optional.ofNullable(framework.getProperty("axial.workspace")).orElse("workspace")));
  }

  LocalRunCrates(Runs runs, Extensions extensions, Path workspace) {
    this.runs = runs;
    this.extensions = extensions;
    this.workspace = workspace;
  }

  @Override
  public Path pack(Path folder, Optional<Path> file, Path lock, boolean images, Progress progress) {
    RunRecord run = runs.open(folder);
    if (run.status() != RunRecord.Status.DONE) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The run %s is not finished.".formatted(run.id()),
          "Let it finish first: ./axial resume.");
    }
    Path to = file.orElseGet(() -> Path.of(run.id() + ".zip")).toAbsolutePath().normalize();
    if (Files.exists(to)) {
      throw ProblemException.of(
          Problem.Kind.OUTPUT, "The file %s is there already.".formatted(to), "Choose another.");
    }
    new Packing(run, images ? Optional.of(images(run)) : Optional.empty(), progress)
        .write(to, lock);
    return to;
  }

  /** The files of the data; a run that was sent with its images has them in its folder already. */
  private Map<String, Path> images(RunRecord run) {
    return Files.isDirectory(run.folder().resolve(CrateFile.IMAGES))
        ? Map.of()
        : extensions
            .find(DatasetSource.class, run.spec().source().id())
            .files(
                run.spec().data(), run.data().map(RunRecord.DataRecord::samples).orElse(List.of()));
  }

  @Override
  public Path unpack(Path file, Progress progress) {
    if (!Files.isRegularFile(file)) {
      throw ProblemException.of(
          Problem.Kind.INPUT, "There is no file " + file + ".", "Check its name.");
    }
    Path runs = workspace.resolve("runs");
    Path part = made(runs);
    try {
      String id = unpacked(file, part, progress);
      new RunFolder(part).record();
      return settled(part, runs, id);
    } finally {
      discard(part);
    }
  }

  private static Path made(Path runs) {
    try {
      Files.createDirectories(runs);
      return Files.createTempDirectory(runs, ".import-");
    } catch (IOException broken) {
      throw unwritable(runs, broken);
    }
  }

  private static String unpacked(Path file, Path part, Progress progress) {
    progress.at("Unpacking", 0, 0);
    try {
      String id = Unpacking.unpack(file, part, progress::check);
      if (!new RunFolder(part).isRun()) {
        throw new Unpacking.Refused("there is no run in it");
      }
      return id;
    } catch (Unpacking.Refused refused) {
      throw refused(file, refused.why(), refused);
    } catch (Unpacking.Unwritable full) {
      throw unwritable(part, full);
    } catch (IOException broken) {
      throw refused(file, "it is damaged", broken);
    }
  }

  private static Path settled(Path part, Path runs, String id) {
    try {
      Path folder = runs.resolve(id);
      for (int i = 2; Files.exists(folder); i++) {
        folder = runs.resolve(id + "-" + i);
      }
      return Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException broken) {
      throw unwritable(runs, broken);
    }
  }

  private static ProblemException refused(Path file, String why, IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.INPUT,
            "%s is not taken in: %s.".formatted(file, why),
            "Nothing was kept of it; have it sent again."),
        cause);
  }

  private static ProblemException unwritable(Path folder, IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The run cannot be written to %s (%s)."
                .formatted(folder, cause.getClass().getSimpleName()),
            "Check that the folder can be written and that the disk has room."),
        cause);
  }

  private static void discard(Path part) {
    if (!Files.exists(part)) {
      return;
    }
    try (Stream<Path> files = Files.walk(part)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException | UncheckedIOException stays) {
      System.getLogger(LocalRunCrates.class.getName())
          .log(System.Logger.Level.WARNING, "The folder {0} stays.", part);
    }
  }
}
