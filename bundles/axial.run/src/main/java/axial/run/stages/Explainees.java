package axial.run.stages;

import axial.data.Image;
import axial.data.PixelReader;
import axial.data.Sample;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Images that are explained.
 *
 * @param samples samples of the run, or others
 * @param images gives them as the network sees them
 * @param pixels gives their masks
 * @param labels gives the class to explain; none for the one that the network decides for
 */
public record Explainees(
    List<Sample> samples,
    Function<Sample, Image> images,
    PixelReader pixels,
    Function<Sample, OptionalInt> labels) {

  /** Copies the list. */
  public Explainees {
    samples = List.copyOf(samples);
  }

  /** Images of which the decided class is explained. */
  public Explainees(List<Sample> samples, Function<Sample, Image> images, PixelReader pixels) {
    this(samples, images, pixels, sample -> OptionalInt.empty());
  }
}
