package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageLoader;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Extensions;
import axial.run.Preview;
import axial.run.PreviewRequest;
import axial.run.PreviewWriter;
import axial.run.Previews;
import axial.run.stages.Previewing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes previews with the extensions that are there. */
@Component
public final class LocalPreviews implements Previews {

  private final Previewing previewing;
  private final PreviewWriter writer;

  /** A service over these services. */
  @Activate
  public LocalPreviews(
      @Reference Extensions extensions,
      @Reference ImageLoader loader,
      @Reference PreviewWriter writer) {
    this.previewing = new Previewing(extensions, loader);
    this.writer = writer;
  }

  @Override
  public Preview make(PreviewRequest request, Progress progress) {
    return previewing.make(request, progress);
  }

  @Override
  public Preview make(PreviewRequest request, Dataset dataset, Progress progress) {
    return previewing.make(request, dataset, progress);
  }

  @Override
  public void write(Preview preview, Path file) {
    if (Files.exists(file)) {
      throw ProblemException.of(
          Problem.Kind.OUTPUT,
          "The file " + file + " is there already.",
          "Remove it, or choose another with --out.");
    }
    writer.write(preview, file);
  }
}
