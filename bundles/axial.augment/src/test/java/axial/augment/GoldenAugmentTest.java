package axial.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.augment.geometry.Resampler;
import axial.data.Image;
import axial.data.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every transform of the golden answers, to one grey level. */
@Tag("golden")
class GoldenAugmentTest {

  @TestFactory
  List<DynamicTest> transformsAgreeWithKeras() throws IOException {
    Path topic = Path.of(System.getProperty("axial.shared", "../shared"), "golden", "augment");
    assumeTrue(Files.isDirectory(topic), "skipped: there are no golden answers at " + topic);
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> list = Files.list(topic)) {
      for (Path folder : list.filter(Files::isDirectory).sorted().toList()) {
        Image image = image(folder.resolve("image.png"));
        for (JsonNode one :
            new ObjectMapper().readTree(folder.resolve("transforms.json").toFile())) {
          Path expected = folder.resolve(one.get("file").asText());
          tests.add(
              DynamicTest.dynamicTest(
                  folder.getFileName() + "/" + expected.getFileName(),
                  () ->
                      assertWithinOneLevel(
                          new KerasTransform(Drawn.affine(one), 0, 1)
                              .apply(image, Resampler.BILINEAR),
                          image(expected))));
        }
      }
    }
    assertThat(tests).as("cases in " + topic).isNotEmpty();
    return tests;
  }

  private static Image image(Path file) throws IOException {
    BufferedImage read = ImageIO.read(file.toFile());
    Raster raster = read.getRaster();
    Shape shape = new Shape(read.getHeight(), read.getWidth(), raster.getNumBands());
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int pixel = i / shape.channels();
      values[i] =
          raster.getSample(pixel % shape.width(), pixel / shape.width(), i % shape.channels())
              / 255f;
    }
    return new Image(shape, values);
  }

  private static void assertWithinOneLevel(Image got, Image expected) {
    for (int i = 0; i < got.values().length; i++) {
      assertThat(Math.round(got.values()[i] * 255) - Math.round(expected.values()[i] * 255))
          .as("value " + i)
          .isBetween(-1, 1);
    }
  }
}
