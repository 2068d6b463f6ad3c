package axial.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Shape;
import axial.explain.Regions;
import axial.job.CancelledException;
import axial.job.Progress;
import axial.job.Seed;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Segmenters beside scikit-image on drawn pictures; reference.py beside them made both. */
class SegmenterTest {

  private static final Path FOLDER = folder();

  private static Path folder() {
    try {
      return Path.of(SegmenterTest.class.getResource("segments/head.png").toURI()).getParent();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Stream<Segmenter> segmenters() {
    return Stream.of(
        new Quickshift(4, 200, 0.2), new Slic(20, 10, 1), new Felzenszwalb(100, 0.5, 20));
  }

  @TestFactory
  List<DynamicTest> agreeWithScikitImage() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files
          .sorted()
          .flatMap(file -> Reference.of(file).stream())
          .forEach(
              r ->
                  tests.add(
                      DynamicTest.dynamicTest(r.file().getFileName().toString(), () -> agrees(r))));
    }
    assertThat(tests).hasSize(33);
    return tests;
  }

  private static void agrees(Reference reference) throws IOException {
    String name = reference.file().getFileName().toString();
    Image image = Golden.image(FOLDER.resolve(name.substring(0, name.indexOf('-')) + ".png"));
    int[] expected = Golden.labels(reference.file());
    int[] numbers = reference.segmenter().segment(image, new Seed(1), Progress.none()).numbers();
    if (hasAnOrderOfItsOwn(reference.segmenter())) {
      assertThat(Arrays.equals(numbers, expected)).isTrue();
    } else if (reference.segmenter() instanceof Quickshift) {
      assertThat(AdjustedRand.of(numbers, expected, image, 0.08)).isGreaterThanOrEqualTo(0.99);
    } else {
      assertThat(AdjustedRand.of(numbers, expected, image, -1)).isGreaterThanOrEqualTo(0.95);
    }
  }

  /**
   * Whether nothing is left to chance: quickshift draws, and without smoothing, or with parts of a
   * few pixels, many edges cost felzenszwalb the same, which numpy does not sort in a fixed order.
   */
  private static boolean hasAnOrderOfItsOwn(Segmenter segmenter) {
    return segmenter instanceof Slic
        || (segmenter instanceof Felzenszwalb f && f.sigma() > 0 && f.scale() > 1);
  }

  @ParameterizedTest
  @MethodSource("segmenters")
  void giveTheSameOnOneThreadAndOnEight(Segmenter segmenter) throws Exception {
    Image image = Golden.image(FOLDER.resolve("head.png"));
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool eight = new ForkJoinPool(8);
    try {
      Regions a = one.submit(() -> segmenter.segment(image, new Seed(3), Progress.none())).get();
      Regions b = eight.submit(() -> segmenter.segment(image, new Seed(3), Progress.none())).get();
      assertThat(Arrays.equals(a.numbers(), b.numbers())).isTrue();
    } finally {
      one.shutdownNow();
      eight.shutdownNow();
    }
  }

  @ParameterizedTest
  @MethodSource("segmenters")
  void endWhenCancelled(Segmenter segmenter) throws IOException {
    Image image = Golden.image(FOLDER.resolve("head.png"));
    assertThatThrownBy(
            () -> segmenter.segment(image, new Seed(1), Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
  }

  @ParameterizedTest
  @MethodSource("segmenters")
  void cutTheSmallestAndAnEvenImage(Segmenter segmenter) {
    for (Shape shape : List.of(new Shape(1, 1, 1), new Shape(1, 9, 3), new Shape(12, 12, 1))) {
      Regions regions =
          segmenter.segment(
              new Image(shape, new float[shape.size()]), new Seed(1), Progress.none());
      assertThat(regions.numbers()).hasSize(shape.height() * shape.width());
    }
  }

  @Test
  void aGreyImageIsCutAsThreeEqualChannels() throws IOException {
    Image colour = Golden.image(FOLDER.resolve("head.png"));
    float[] grey = new float[colour.values().length / 3];
    for (int p = 0; p < grey.length; p++) {
      grey[p] = colour.values()[3 * p];
    }
    Image one = new Image(new Shape(96, 80, 1), grey);
    for (Segmenter segmenter : segmenters().toList()) {
      int[] expected = segmenter.segment(colour, new Seed(1), Progress.none()).numbers();
      int[] numbers = segmenter.segment(one, new Seed(1), Progress.none()).numbers();
      assertThat(Arrays.equals(numbers, expected)).isTrue();
    }
  }
}
