package axial.report;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Regions;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import axial.train.Epoch;
import axial.train.Metrics;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {

  /** A grey image of 40 x 40 in two halves: region 0 left, region 1 right. */
  private static final Image GREY = grey(40, 40);

  private static final Regions HALVES = halves();

  private static Image grey(int height, int width) {
    float[] values = new float[height * width];
    Arrays.fill(values, 0.5f);
    return new Image(new Shape(height, width, 1), values);
  }

  private static Regions halves() {
    int[] numbers = new int[1600];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = p % 40 < 20 ? 0 : 1;
    }
    return new Regions(40, 40, numbers);
  }

  private static ExplainedSample explained(
      Regions regions, List<Weight> weights, Optional<Pixels> mask) {
    return new ExplainedSample(
        new Sample("a", "a.png", 0, "a", Map.of()),
        GREY,
        0,
        new Explanation("lime", 0, 0.5, regions, weights, Map.of()),
        Map.of(),
        mask,
        Optional.empty(),
        PredictedBy.nobody());
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int at(BufferedImage picture, double down, double right) {
    int y = (int) (down * picture.getHeight());
    return picture.getRGB((int) (right * picture.getWidth()), y) & 0xFFFFFF;
  }

  @Test
  void enlargesSmallScansByAWholeNumberAndLeavesLargeOnes() throws IOException {
    assertThat(read(Pictures.scan(GREY)).getWidth()).isEqualTo(320);
    assertThat(read(Pictures.scan(grey(150, 100))).getHeight()).isEqualTo(300);
    assertThat(read(Pictures.scan(grey(8, 500))).getWidth()).isEqualTo(500);
  }

  @Test
  void yellowLinesPartTheSuperpixels() throws IOException {
    BufferedImage picture = read(Pictures.outlines(explained(HALVES, List.of(), Optional.empty())));
    int x = picture.getWidth() / 2 - 1;
    assertThat(picture.getRGB(x, 100) & 0xFFFFFF).isEqualTo(0xF0E442);
    assertThat(picture.getRGB(x - 2, 100) & 0xFFFFFF).isEqualTo(0x808080);
  }

  @Test
  void aRegionThatSpeaksForIsGreenAndOneAgainstIsHatched() throws IOException {
    List<Weight> weights = List.of(new Weight(0, 0.4), new Weight(1, -0.2));
    BufferedImage picture =
        read(Pictures.weights(explained(HALVES, weights, Optional.empty()), 2, 2));
    int green = at(picture, 0.1, 0.1);
    assertThat((green >> 8) & 0xFF).isGreaterThan((green >> 16) & 0xFF);
    int[] row = picture.getRGB(200, 20, 40, 1, null, 0, 40);
    assertThat(Arrays.stream(row).distinct().count()).isEqualTo(2);
    assertThat(row).contains(0xFFD55E00);
  }

  @Test
  void theFindingIsOutlinedAndNotFilled() throws IOException {
    byte[] inside = new byte[80 * 80];
    for (int y = 20; y < 60; y++) {
      Arrays.fill(inside, y * 80 + 20, y * 80 + 60, (byte) 255);
    }
    Pixels mask = new Pixels(80, 80, 1, inside);
    BufferedImage picture =
        read(
            Pictures.outlines(
                explained(new Regions(40, 40, new int[1600]), List.of(), Optional.of(mask))));
    assertThat(picture.getRGB(80, 160) & 0xFFFFFF).isEqualTo(0x56B4E9);
    assertThat(picture.getRGB(79, 160) & 0xFFFFFF).isEqualTo(0);
    assertThat(at(picture, 0.5, 0.5)).isEqualTo(0x808080);
  }

  @Test
  void curvesWithGapsAndWithoutALearningRateAreDrawn() throws IOException {
    Metrics lost = new Metrics(1, Double.NaN, 0, 0);
    Metrics endless = new Metrics(1, Double.POSITIVE_INFINITY, 0, 0);
    Charts charts = new Charts(List.of(new Epoch(1, endless, lost, 0, 0, 1, Epoch.Times.UNKNOWN)));
    assertThat(read(charts.both("Loss", "loss", "val_loss")).getWidth()).isEqualTo(1080);
    assertThat(read(charts.learningRate()).getWidth()).isEqualTo(1080);
  }
}
