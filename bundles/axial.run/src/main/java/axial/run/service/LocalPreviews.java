package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageLoader;
import axial.extension.Leases;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Extensions;
import axial.run.Preview;
import axial.run.PreviewRequest;
import axial.run.PreviewWriter;
import axial.run.Previews;
import axial.run.lease.Holding;
import axial.run.stages.Previewing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes previews with the extensions that are there. */
@Component
public final class LocalPreviews implements Previews {

  private final BundleContext framework;
  private final Extensions extensions;
  private final Leases leases;
  private final ImageLoader loader;
  private final PreviewWriter writer;

  /** A service over these services. */
  @Activate
  public LocalPreviews(
      BundleContext framework,
      @Reference Extensions extensions,
      @Reference Leases leases,
      @Reference ImageLoader loader,
      @Reference PreviewWriter writer) {
    this.framework = framework;
    this.extensions = extensions;
    this.leases = leases;
    this.loader = loader;
    this.writer = writer;
  }

  @Override
  public Preview make(PreviewRequest request, Progress progress) {
    return held(request, previewing -> previewing.make(request, progress));
  }

  @Override
  public Preview make(PreviewRequest request, Dataset dataset, Progress progress) {
    return held(request, previewing -> previewing.make(request, dataset, progress));
  }

  private Preview held(PreviewRequest request, Function<Previewing, Preview> work) {
    String holder = "preview of " + request.data();
    try (Holding holding = new Holding(framework, extensions, leases, holder, this)) {
      return work.apply(
          new Previewing(holding.extensions(), holding.newest(ImageLoader.class, loader)));
    }
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
