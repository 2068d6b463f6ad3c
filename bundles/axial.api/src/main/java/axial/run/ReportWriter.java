package axial.run;

import axial.data.Image;
import axial.data.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** Writes the report of a run for people. */
@ProviderType
public interface ReportWriter {

  /**
   * Writes one self-contained HTML file, whole or not at all.
   *
   * @param images gives the image of a sample of the run as the network saw it
   * @throws axial.job.ProblemException of kind OUTPUT when it cannot be written
   */
  void write(
      RunRecord run, List<ExplainedSample> explanations, Function<Sample, Image> images, Path file);
}
