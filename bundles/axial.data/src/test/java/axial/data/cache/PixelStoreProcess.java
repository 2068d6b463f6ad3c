package axial.data.cache;

import axial.data.ImageStore;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.image.BilinearLoader;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A process of its own that reads images through a store, and says after each how far it is. */
final class PixelStoreProcess {

  private PixelStoreProcess() {}

  /** Arguments: folder, how many pictures, their seed. */
  public static void main(String[] arguments) {
    Gradients gradients =
        new Gradients(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    PixelStore store =
        new PixelStore(
            Path.of(arguments[0]), 1L << 30, new BilinearLoader(), UnaryOperator.identity());
    try (ImageStore.Images images = store.open(gradients.dataset(), new Shape(64, 64, 3))) {
      int done = 0;
      for (Sample sample : gradients.samples()) {
        images.image(sample);
        System.out.println(++done);
        System.out.flush();
      }
    }
  }
}
