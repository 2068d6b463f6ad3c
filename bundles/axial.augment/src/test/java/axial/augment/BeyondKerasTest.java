package axial.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.augment.geometry.Positions;
import axial.data.Image;
import axial.data.Shape;
import axial.job.Seed;
import axial.job.Settings;
import org.junit.jupiter.api.Test;

/** Scanner effects, deformation and cut-out. */
class BeyondKerasTest {

  private final IntensityAugmenter intensity = new IntensityAugmenter();
  private final ElasticAugmenter elastic = new ElasticAugmenter();
  private final CutoutAugmenter cutout = new CutoutAugmenter();

  private Settings intensityOf(String gamma, String bias, String noise, String kind) {
    return Drawn.settings(
        intensity.settings(),
        "gamma",
        gamma,
        "bias-field",
        bias,
        "noise",
        noise,
        "noise-kind",
        kind);
  }

  @Test
  void intensitySwitchedOffChangesNothing() {
    Settings off = intensityOf("1,1", "0", "0,0", "gaussian");
    assertThat(intensity.augment(Drawn.noise(), off, new Seed(1)).values())
        .isEqualTo(Drawn.noise().values());
  }

  @Test
  void gammaBrightensOrDarkensWithinItsRange() {
    Image image = Drawn.even(2, 2, 1, 0.5f);
    Settings gamma = intensityOf("0.5,2", "0", "0,0", "gaussian");
    double least = 1;
    double largest = 0;
    for (int i = 0; i < 500; i++) {
      float value = intensity.augment(image, gamma, new Seed(i)).at(0, 0, 0);
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
    assertThat(least).isCloseTo(0.25, within(0.005)).isGreaterThanOrEqualTo(0.2499);
    assertThat(largest).isCloseTo(Math.sqrt(0.5), within(0.005)).isLessThan(0.7072);
  }

  @Test
  void gammaIsThePowerOfEachValue() {
    float[] levels = new float[1001];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = i / 1000f;
    }
    Image image = new Image(new Shape(1, levels.length, 1), levels);
    for (String exponent : new String[] {"0.25", "0.8", "3"}) {
      Settings gamma = intensityOf(exponent + "," + exponent, "0", "0,0", "gaussian");
      float[] varied = intensity.augment(image, gamma, new Seed(1)).values();
      for (int i = 0; i < levels.length; i++) {
        assertThat((double) varied[i])
            .isCloseTo(Math.pow(levels[i], Double.parseDouble(exponent)), within(4e-5));
      }
    }
  }

  @Test
  void theBiasFieldIsSmoothAndStaysWithinItsShare() {
    Image image = Drawn.even(60, 80, 1, 0.5f);
    Settings bias = intensityOf("1,1", "0.3", "0,0", "gaussian");
    double widest = 0;
    for (int i = 0; i < 50; i++) {
      Image varied = intensity.augment(image, bias, new Seed(i));
      for (int y = 0; y < 60; y++) {
        for (int x = 1; x < 80; x++) {
          double share = Math.abs(varied.at(y, x, 0) / 0.5 - 1);
          widest = Math.max(widest, share);
          assertThat(varied.at(y, x, 0) - varied.at(y, x - 1, 0)).isBetween(-0.02f, 0.02f);
        }
      }
    }
    assertThat(widest).isBetween(0.25, 0.3001);
  }

  @Test
  void gaussianNoiseHasItsDeviationAndGreyStaysGrey() {
    Image image = Drawn.even(100, 100, 3, 0.5f);
    Settings noise = intensityOf("1,1", "0", "0.05,0.05", "gaussian");
    Image varied = intensity.augment(image, noise, new Seed(4));
    double sum = 0;
    double squares = 0;
    for (int p = 0; p < 10_000; p++) {
      float value = varied.values()[3 * p];
      assertThat(varied.values()[3 * p + 1]).isEqualTo(value);
      assertThat(varied.values()[3 * p + 2]).isEqualTo(value);
      sum += value;
      squares += value * value;
    }
    double mean = sum / 10_000;
    assertThat(mean).isCloseTo(0.5, within(0.002));
    assertThat(Math.sqrt(squares / 10_000 - mean * mean)).isCloseTo(0.05, within(0.002));
  }

  @Test
  void ricianNoiseOnBlackIsRayleighs() {
    Image black = Drawn.even(100, 100, 1, 0);
    Settings noise = intensityOf("1,1", "0", "0.1,0.1", "rician");
    double sum = 0;
    for (float value : intensity.augment(black, noise, new Seed(4)).values()) {
      sum += value;
    }
    assertThat(sum / 10_000).isCloseTo(0.1 * Math.sqrt(Math.PI / 2), within(0.002));
  }

  @Test
  void elasticDeformationDoesNotFoldByDefault() {
    Settings defaults = Drawn.settings(elastic.settings());
    Shape shape = new Shape(64, 96, 1);
    double furthest = 0;
    for (int i = 0; i < 100; i++) {
      Positions positions = ElasticAugmenter.positions(shape, defaults, new Seed(i));
      double[][] rows = new double[64][96];
      double[][] columns = new double[64][96];
      for (int y = 0; y < 64; y++) {
        positions.row(y, rows[y], columns[y]);
      }
      for (int y = 1; y < 64; y++) {
        for (int x = 1; x < 96; x++) {
          furthest = Math.max(furthest, Math.abs(rows[y][x] - y));
          double area =
              (rows[y][x] - rows[y - 1][x]) * (columns[y][x] - columns[y][x - 1])
                  - (rows[y][x] - rows[y][x - 1]) * (columns[y][x] - columns[y - 1][x]);
          assertThat(area).as("seed %d at %d, %d", i, y, x).isPositive();
        }
      }
    }
    assertThat(furthest).isBetween(64 * 0.03, 64 * 0.06);
  }

  @Test
  void cutoutCoversSquaresAndLeavesTheRestAndTheMask() {
    Image image = Drawn.even(40, 60, 3, 0.5f);
    Settings settings = Drawn.settings(cutout.settings(), "number", "2", "fill", "255");
    int most = 0;
    for (int i = 0; i < 200; i++) {
      int covered = 0;
      for (float value : cutout.augment(image, settings, new Seed(i)).values()) {
        assertThat(value).isIn(0.5f, 1f);
        covered += value == 1 ? 1 : 0;
      }
      assertThat(covered).isPositive();
      most = Math.max(most, covered);
    }
    assertThat(most).isEqualTo(2 * 10 * 10 * 3);
    Image mask = Drawn.even(40, 60, 1, 1);
    assertThat(cutout.augmentMask(mask, settings, new Seed(1))).isSameAs(mask);
  }
}
