package axial.model;

import axial.data.Labels;
import axial.job.Extension;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes trained models in a format of other programs; its id names the format. Thread-safe. */
@ConsumerType
public interface ModelExporter extends Extension {

  /**
   * Writes a model.
   *
   * @param file must not exist
   * @throws axial.job.ProblemException when the format cannot express the network, or the file
   *     cannot be written
   */
  void export(Network network, Labels labels, List<Parameter> parameters, Path file);
}
