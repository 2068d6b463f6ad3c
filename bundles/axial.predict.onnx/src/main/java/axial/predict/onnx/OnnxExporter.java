package axial.predict.onnx;

import axial.data.Labels;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Setting;
import axial.model.ModelExporter;
import axial.model.Network;
import axial.model.Parameter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Writes trained models as ONNX; needs no native library. */
@Component
public final class OnnxExporter implements ModelExporter {

  @Override
  public String id() {
    return "onnx";
  }

  @Override
  public String description() {
    return "ONNX, operators of version 13, images as float [n, height, width, channels] in [0, 1].";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public void export(Network network, Labels labels, List<Parameter> parameters, Path file) {
    Wire model = OnnxFile.of(network, labels, parameters);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE))) {
          model.writeTo(out);
        }
        Files.move(part, file);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException there) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The file " + file + " is there already.",
              "Remove it, or choose another with --to."),
          there);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The file %s cannot be written (%s)."
                  .formatted(file, broken.getClass().getSimpleName()),
              "Check that its folder can be written and that the disk has room."),
          broken);
    }
  }
}
