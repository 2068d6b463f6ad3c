package axial.run.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.data.Image;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Marks;
import axial.explain.Regions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The pictures of an explanation beside those of the Python packages. */
@Tag("golden")
class GoldenPicturesTest {

  private static List<DynamicTest> eachCase(Check check) throws IOException {
    Path topic = Path.of(System.getProperty("axial.shared", "../shared"), "golden", "lime");
    assumeTrue(Files.isDirectory(topic), "skipped: there are no golden answers at " + topic);
    try (Stream<Path> list = Files.list(topic)) {
      List<Path> cases = list.filter(Files::isDirectory).sorted().toList();
      assertThat(cases).as("cases in " + topic).isNotEmpty();
      return cases.stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString(), () -> check.of(folder, explanation(folder))))
          .toList();
    }
  }

  private interface Check {
    void of(Path folder, Explanation explanation) throws IOException;
  }

  private static Explanation explanation(Path folder) throws IOException {
    JsonNode label =
        new ObjectMapper()
            .readTree(folder.resolve("explanation.json").toFile())
            .get("labels")
            .get("1");
    List<Weight> weights = new ArrayList<>();
    label
        .get("weights")
        .forEach(w -> weights.add(new Weight(w.get(0).asInt(), w.get(1).asDouble())));
    Regions regions = Pictures.regions(folder.resolve("segments.png"));
    return new Explanation("lime", 1, 0.5, regions, weights, Map.of());
  }

  private static int[] pixels(BufferedImage picture) {
    int width = picture.getWidth();
    return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
  }

  private static int[] pixels(byte[] png) throws IOException {
    return pixels(ImageIO.read(new ByteArrayInputStream(png)));
  }

  private static int[] pixels(Path file) throws IOException {
    return pixels(ImageIO.read(file.toFile()));
  }

  @TestFactory
  List<DynamicTest> theLineAroundTheRegionsThatSpeakForIsTheSame() throws IOException {
    return eachCase(
        (folder, explanation) -> {
          Image image = Pictures.image(folder.resolve("image.png"));
          byte[] png = Pictures.outlined(image, Marks.speakingFor(explanation, 2));
          int[] expected = pixels(folder.resolve("boundaries_positive_2.png"));
          assertThat(Arrays.equals(pixels(png), expected)).isTrue();
        });
  }

  @TestFactory
  List<DynamicTest> greenAndRedAreWhereTheMaskOfBothHasThem() throws IOException {
    return eachCase(
        (folder, explanation) -> {
          Image image = Pictures.image(folder.resolve("image.png"));
          int[] before = pixels(folder.resolve("image.png"));
          int brightest = 0;
          for (float value : image.values()) {
            brightest = Math.max(brightest, Math.round(value * 255));
          }
          byte[] mask = Pictures.mask(folder.resolve("mask_both_5.png")).data();
          int[] expected = before.clone();
          for (int p = 0; p < expected.length; p++) {
            if ((mask[p] & 0xFF) == 200) {
              expected[p] = (before[p] & 0xFFFF00FF) | brightest << 8;
            } else if (mask[p] == 0) {
              expected[p] = (before[p] & 0xFF00FFFF) | brightest << 16;
            }
          }
          byte[] png = Pictures.tinted(image, Marks.strongest(explanation, 5));
          assertThat(Arrays.equals(pixels(png), expected)).isTrue();
        });
  }
}
