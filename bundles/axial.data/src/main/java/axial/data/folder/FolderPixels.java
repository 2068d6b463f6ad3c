package axial.data.folder;

import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.image.ImageFile;
import java.util.Optional;

/** Reads the samples of folders. */
record FolderPixels(FolderRoots roots) implements PixelReader {

  @Override
  public Pixels read(Sample sample) {
    return ImageFile.decode(roots.file(sample.source()), sample.source()).pixels();
  }

  @Override
  public Optional<Pixels> mask(Sample sample) {
    return Optional.empty();
  }
}
