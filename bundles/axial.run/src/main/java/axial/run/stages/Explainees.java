package axial.run.stages;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Images that are explained.
 *
 * @param samples the images, of the run or not
 * @param images as the network sees them
 * @param pixels as they are, with their masks
 * @param labels the class to explain of each; none for the one that the network decides for
 */
public record Explainees(
    List<Sample> samples,
    ImageCache images,
    PixelReader pixels,
    Function<Sample, OptionalInt> labels) {

  /** The class of a sample that is explained; none for the decided one. */
  OptionalInt label(Sample sample) {
    return labels.apply(sample);
  }
}
