package axial.workbench.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Regions;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverlaysTest {

  /** Three stripes: the left for the class, the middle says nothing, the right against it. */
  private static ExplainedSample stripes() {
    int[] numbers = IntStream.range(0, 36).map(p -> p % 6 / 2).toArray();
    float[] grey = new float[36];
    java.util.Arrays.fill(grey, 0.5f);
    grey[0] = 0.8f;
    byte[] mask = new byte[36];
    mask[7] = (byte) 255;
    return new ExplainedSample(
        Phantoms.sample(1),
        new Image(new Shape(6, 6, 1), grey),
        1,
        new Explanation(
            "lime",
            1,
            0.9,
            new Regions(6, 6, numbers),
            List.of(new Weight(0, 0.4), new Weight(2, -0.2), new Weight(1, 0)),
            Map.of()),
        Map.of("num-samples", "100"),
        Optional.of(new Pixels(6, 6, 1, mask)),
        Optional.empty(),
        PredictedBy.nobody());
  }

  private static List<Integer> column(BufferedImage picture, double x) {
    int at = (int) (x * picture.getWidth());
    return IntStream.range(0, picture.getHeight())
        .mapToObj(y -> picture.getRGB(at, y))
        .distinct()
        .toList();
  }

  @Test
  void weightsAreBlueForAndHatchedOrangeAgainst() {
    BufferedImage weights = new Overlays(stripes()).weights(0);
    List<Integer> plain = column(weights, 0.1);
    assertThat(plain).hasSize(1);
    assertThat(plain.get(0) & 0xFFFFFF).isEqualTo(Overlays.FOR);
    assertThat(column(weights, 0.5)).containsExactly(0);
    List<Integer> hatched = column(weights, 0.9);
    assertThat(hatched).hasSize(2).allMatch(pixel -> (pixel & 0xFFFFFF) == Overlays.AGAINST);
  }

  @Test
  void theNotebooksPictureIsGreenForAndHatchedRedAgainst() {
    BufferedImage picture = new Overlays(stripes()).forAndAgainst(2);
    assertThat(column(picture, 0.3)).containsExactly(0xFF80CC80);
    assertThat(column(picture, 0.5)).containsExactly(0);
    assertThat(column(picture, 0.9)).containsExactlyInAnyOrder(0xFFCC8080, 0xFF000000);
  }

  @Test
  void onlyWhatSpeaksForTheClassHasABoundary() {
    BufferedImage picture = new Overlays(stripes()).boundary(2);
    assertThat(column(picture, 0.4)).containsExactly(0xFFF0E442);
    assertThat(column(picture, 0.7)).containsExactly(0);
  }

  @Test
  void superpixelsAndFindingAreLines() {
    Overlays overlays = new Overlays(stripes());
    BufferedImage superpixels = overlays.superpixels();
    assertThat(column(superpixels, 0.1)).containsExactly(0);
    assertThat(IntStream.range(0, 396).filter(x -> superpixels.getRGB(x, 5) != 0))
        .containsExactly(130, 131, 262, 263);
    BufferedImage finding = overlays.finding();
    assertThat(finding.getRGB(99, 99)).isZero();
    assertThat(finding.getRGB(66, 99)).isEqualTo(0xFFCC79A7);
    assertThat(finding.getRGB(65, 99)).isEqualTo(0xFF000000);
  }

  @Test
  void aFigureHasCaptionDataAndMethods() {
    ExplanationFigure figure =
        new ExplanationFigure(
            Drawn.of(stripes(), 2), Phantoms.LABELS, "heads", "NOT CLEAN.", 0.8, true);
    assertThat(figure.caption())
        .isEqualTo(
            "Run heads, image yes/head-01.png, lime: why \"tumour\", probability 0.900; lime with"
                + " num-samples=100. NOT CLEAN.");
    assertThat(figure.data().get(0)).startsWith("rank", "region", "weight");
    assertThat(figure.data().get(2)).startsWith("2", "2", "-0.2", "against", "12");
    assertThat(figure.methods())
        .contains("the explainer lime of Axial on the network of run heads, over 3 regions")
        .contains("num-samples 100");
    Dimension size = figure.size();
    BufferedImage paper = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = paper.createGraphics();
    figure.paint(graphics, size);
    graphics.dispose();
    assertThat(paper.getRGB(size.width - 1, size.height - 1)).isEqualTo(0xFFFFFFFF);
    assertThat(paper.getRGB(70, 70)).isEqualTo(0xFF808080);
  }
}
