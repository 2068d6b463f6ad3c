package axial.data.curation;

import axial.data.Curation;
import axial.data.Curations;
import axial.data.Dataset;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.service.component.annotations.Component;

/** Keeps curations as CSV. */
@Component
public final class CsvCurations implements Curations {

  /** The largest file, many millions of edits. */
  private static final long MOST_BYTES = 1L << 30;

  @Override
  public Curation read(Path file) {
    return CurationCsv.read(file, bytes(file));
  }

  /** What is in a file of edits. */
  static byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "There is no file of edits " + file + ".",
            "Restore it, or leave the setting " + Curation.SETTING + " empty.");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The edits in " + file + " are larger than 1 GiB.",
            "Give a file of edits.");
      }
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT, "The edits in " + file + " cannot be read.", "Check its rights."),
          broken);
    }
  }

  @Override
  public void write(Path file, Curation curation) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(target.getParent());
      Files.write(part, CurationCsv.text(curation));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The edits cannot be written to " + file + ".",
              "Check that the folder can be written and that the disk has room."),
          broken);
    }
  }

  @Override
  public Dataset apply(Dataset dataset, Curation curation) {
    return CuratedData.of(dataset, curation, "");
  }
}
