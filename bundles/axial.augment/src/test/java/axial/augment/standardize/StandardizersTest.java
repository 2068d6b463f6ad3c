package axial.augment.standardize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.augment.Drawn;
import axial.data.Image;
import axial.data.Shape;
import axial.data.Standardizer;
import axial.data.Standardizer.Statistics;
import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StandardizersTest {

  private static final Map<String, Standardizer> ALL =
      Stream.of(
              new SamplewiseStandardizer(),
              new FeaturewiseStandardizer(),
              new ZcaStandardizer(),
              new RescaleStandardizer())
          .collect(Collectors.toMap(Standardizer::id, Function.identity()));

  private static final IntFunction<Image> IMAGES = n -> Drawn.byFormula(3, 2, 3, n);

  @TestFactory
  @Tag("golden")
  List<DynamicTest> eachAnswersAsKerasPreprocessingDoes() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : Drawn.reference("standardized")) {
      Standardizer standardizer = ALL.get(one.get("id").asText());
      boolean std = one.get("std").asBoolean();
      Settings settings =
          standardizer instanceof ZcaStandardizer
              ? Drawn.settings(standardizer.settings(), "epsilon", "0.01")
              : Drawn.settings(standardizer.settings(), "std", Boolean.toString(std));
      tests.add(
          DynamicTest.dynamicTest(
              standardizer.id() + (std ? " with std" : ""),
              () -> {
                Statistics learned = standardizer.fit(40, IMAGES, settings, Progress.none());
                int at = 0;
                for (int n : new int[] {0, 7}) {
                  for (float value :
                      standardizer.apply(IMAGES.apply(n), settings, learned).values()) {
                    assertThat((double) value)
                        .isCloseTo(one.get("values").get(at++).asDouble(), within(1e-5));
                  }
                }
                assertThat(at).isEqualTo(one.get("values").size());
              }));
    }
    assertThat(tests).hasSize(5);
    return tests;
  }

  @Test
  void anEvenImageBecomesZeroNotInfinite() {
    Standardizer samplewise = ALL.get("samplewise");
    Image even = new Image(new Shape(1, 2, 1), new float[] {0.5f, 0.5f});
    assertThat(
            samplewise
                .apply(even, Drawn.settings(samplewise.settings()), Statistics.none())
                .values())
        .containsExactly(0, 0);
  }

  @Test
  void rescaledImagesHaveTheGreyLevelsOfTheFile() {
    Standardizer rescale = ALL.get("rescale");
    Image image = new Image(new Shape(1, 2, 1), new float[] {0, 1});
    assertThat(rescale.apply(image, Drawn.settings(rescale.settings()), Statistics.none()).values())
        .containsExactly(0, 255);
  }

  @Test
  void whitenedImagesHaveUncorrelatedPixels() {
    Standardizer zca = ALL.get("zca");
    Settings settings = Drawn.settings(zca.settings(), "epsilon", "1e-9");
    int count = 200;
    IntFunction<Image> images = n -> Drawn.byFormula(2, 2, 1, n * n);
    Statistics learned = zca.fit(count, images, settings, Progress.none());
    double[][] products = new double[4][4];
    for (int n = 0; n < count; n++) {
      float[] white = zca.apply(images.apply(n), settings, learned).values();
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          products[i][j] += white[i] * white[j] / count;
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(products[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-3));
      }
    }
  }

  @Test
  void fewerImagesThanValuesAndBlackBordersCanBeWhitened() {
    Standardizer zca = ALL.get("zca");
    Settings settings = Drawn.settings(zca.settings());
    IntFunction<Image> images =
        n -> {
          float[] values = Drawn.byFormula(8, 8, 1, n).values().clone();
          Arrays.fill(values, 0, 16, 0);
          return new Image(new Shape(8, 8, 1), values);
        };
    Statistics learned = zca.fit(10, images, settings, Progress.none());
    for (float value : zca.apply(images.apply(3), settings, learned).values()) {
      assertThat(value).isBetween(-1000f, 1000f);
    }
  }

  @Test
  void imagesTooLargeToWhitenAreRefusedInWords() {
    Standardizer zca = ALL.get("zca");
    Settings settings = Drawn.settings(zca.settings());
    assertThatThrownBy(
            () -> zca.fit(2, n -> Drawn.byFormula(51, 50, 1, n), settings, Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("51x50x1")
        .hasMessageContaining("2,550 values")
        .hasMessageContaining("run.input=50x50x1");
  }

  @Test
  void learningCanBeCancelled() {
    for (String id : List.of("featurewise", "zca")) {
      Standardizer standardizer = ALL.get(id);
      Settings settings = Drawn.settings(standardizer.settings());
      assertThatThrownBy(
              () -> standardizer.fit(40, IMAGES, settings, Progress.cancelledWhen(() -> true)))
          .isInstanceOf(CancelledException.class);
    }
  }
}
