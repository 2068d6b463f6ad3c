package axial.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.augment.geometry.Affine;
import axial.augment.geometry.Fill;
import axial.augment.geometry.Resampler;
import axial.data.Image;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What SciPy, Pillow and Keras-Preprocessing answer; {@code reference.py} computed it. */
@Tag("golden")
class KerasReferenceTest {

  private static final double HUNDREDTH = 0.01;

  /** One level, and the rounding of a 4-byte float. */
  private static final double GREY_LEVEL = 1 + 1e-4;

  @TestFactory
  List<DynamicTest> everyFillAndOrderReadsAsScipyDoes() throws IOException {
    Image image = Drawn.byFormula(11, 8, 1, 0);
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : Drawn.reference("moved")) {
      int order = one.get("order").asInt();
      String fill = one.get("fill").asText();
      Resampler resampler = new Resampler(order, Fill.of(fill), 40 / 255.0);
      tests.add(
          DynamicTest.dynamicTest(
              fill + ", order " + order + ", " + one.get("theta") + " degrees",
              () ->
                  assertAgree(
                      new KerasTransform(Drawn.affine(one), 0, 1).apply(image, resampler),
                      one,
                      HUNDREDTH)));
    }
    assertThat(tests).hasSize(2 * 4 * 6);
    return tests;
  }

  @TestFactory
  List<DynamicTest> channelShiftAndFlipsComeInKerassOrder() throws IOException {
    return compared(
        "transformed",
        one ->
            new KerasTransform(
                Drawn.affine(one), one.get("channel_shift_intensity").asDouble() / 255, 1),
        HUNDREDTH);
  }

  @TestFactory
  List<DynamicTest> brightnessIsWithinOneGreyLevel() throws IOException {
    return compared(
        "brightened",
        one -> new KerasTransform(Affine.identity(), 0, one.get("factor").asDouble()),
        GREY_LEVEL);
  }

  private static List<DynamicTest> compared(
      String name, Function<JsonNode, KerasTransform> transform, double levels) throws IOException {
    Image image = Drawn.byFormula(9, 10, 3, 0);
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : Drawn.reference(name)) {
      KerasTransform asked = transform.apply(one);
      tests.add(
          DynamicTest.dynamicTest(
              asked.toString(),
              () -> assertAgree(asked.apply(image, Resampler.BILINEAR), one, levels)));
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void assertAgree(Image got, JsonNode one, double levels) {
    assertThat(got.values()).hasSize(one.get("values").size());
    for (int i = 0; i < got.values().length; i++) {
      assertThat(got.values()[i] * 255.0)
          .as("value " + i)
          .isCloseTo(one.get("values").get(i).asDouble(), within(levels));
    }
  }
}
