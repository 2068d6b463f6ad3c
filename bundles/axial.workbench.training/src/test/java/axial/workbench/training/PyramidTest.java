package axial.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PyramidTest {

  private final double[] values = new Random(7).doubles(100_003, -5, 5).toArray();

  @Test
  void theExtremesOfAnyStretchAreFound() {
    Pyramid pyramid = new Pyramid(i -> values[i]);
    for (int part = 1; part <= 4; part++) {
      pyramid.extendTo(values.length * part / 4);
    }
    Random random = new Random(8);
    for (int trial = 0; trial < 300; trial++) {
      int from = random.nextInt(values.length);
      int to = from + 1 + random.nextInt(values.length - from);
      double[] stretch = Arrays.copyOfRange(values, from, to);
      assertThat(values[pyramid.least(from, to)])
          .isEqualTo(Arrays.stream(stretch).min().orElseThrow());
      assertThat(values[pyramid.greatest(from, to)])
          .isEqualTo(Arrays.stream(stretch).max().orElseThrow());
    }
  }

  @Test
  void oneSpikeAmongAHundredThousandIsDrawn() {
    values[54_321] = 1000;
    values[54_322] = -1000;
    Pyramid pyramid = new Pyramid(i -> values[i]);
    pyramid.extendTo(values.length);
    int[] drawn = pyramid.worthDrawing(0, values.length, 500);
    assertThat(drawn).contains(54_321, 54_322, 0, values.length - 1);
    assertThat(drawn.length).isBetween(900, 1002);
    assertThat(drawn).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void fewValuesAreAllDrawn() {
    Pyramid pyramid = new Pyramid(i -> values[i]);
    pyramid.extendTo(values.length);
    assertThat(pyramid.worthDrawing(100, 160, 500))
        .containsExactly(IntStream.range(100, 160).toArray());
    assertThat(pyramid.worthDrawing(5, 5, 500)).isEmpty();
  }

  @Test
  void valuesThatAreNotFiniteAreNoExtremes() {
    Arrays.fill(values, 0, 50_000, Double.NaN);
    values[10] = 3;
    values[60_000] = Double.POSITIVE_INFINITY;
    Pyramid pyramid = new Pyramid(i -> values[i]);
    pyramid.extendTo(values.length);
    assertThat(pyramid.greatest(0, 50_000)).isEqualTo(10);
    assertThat(pyramid.least(0, 50_000)).isEqualTo(10);
    assertThat(pyramid.greatest(11, 50_000)).isEqualTo(-1);
    assertThat(values[pyramid.greatest(0, values.length)]).isLessThan(5.1);
  }
}
