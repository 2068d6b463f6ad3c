package axial.chart;

import static org.assertj.core.api.Assertions.assertThat;

import axial.view.testing.Picture;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;

class ChartFigureTest {

  private static final Dimension SIZE = new Dimension(360, 240);

  @Test
  void aChartIsDarkOnTheScreenAndBlackOnWhiteOnPaper() throws Exception {
    Picture.look(true, 1);
    JFreeChart chart = chart();
    ThemedChartPanel panel = new ThemedChartPanel(chart, "test.chart", "A chart");
    BufferedImage screen = Picture.of(panel, SIZE.width, SIZE.height);
    assertThat(Palette.luminance(new Color(screen.getRGB(2, 2)))).isLessThan(0.4);

    BufferedImage paper = paper(chart);
    assertThat(new Color(paper.getRGB(2, 2))).isEqualTo(Color.WHITE);
    assertThat(colours(paper)).contains(new Color(0x0072B2).getRGB());

    assertThat(Picture.of(panel, SIZE.width, SIZE.height).getRGB(2, 2))
        .as("the screen keeps its look")
        .isEqualTo(screen.getRGB(2, 2));
  }

  @Test
  void aChartFollowsTheLookOfTheWindow() {
    Picture.look(true, 1);
    ThemedChartPanel panel = new ThemedChartPanel(chart(), "test.chart", "A chart");
    Picture.look(false, 1);
    panel.updateUI();
    BufferedImage screen = Picture.of(panel, SIZE.width, SIZE.height);
    assertThat(Palette.luminance(new Color(screen.getRGB(2, 2)))).isGreaterThan(0.8);
  }

  @Test
  void linesDifferInMoreThanTheirColour() {
    ChartTheme paper = ChartTheme.paper();
    List<LineStyle> styles = LineStyle.of(0, 6);
    assertThat(styles.stream().map(style -> style.stroke(paper)).distinct()).hasSize(6);
    assertThat(styles.stream().map(style -> style.colour(paper)).distinct()).hasSize(6);
  }

  @Test
  void linesAndTextGrowWithTheTextOfTheWindow() {
    Picture.look(false, 2);
    ChartTheme large = ChartTheme.window();
    Picture.look(false, 1);
    assertThat(large.scale()).isEqualTo(2 * ChartTheme.window().scale());
  }

  private static JFreeChart chart() {
    XYSeries series = new XYSeries("loss");
    for (int i = 0; i < 50; i++) {
      series.add(i, Math.exp(-i / 10.0));
    }
    return Charts.lines("epoch", "loss", new XYSeriesCollection(series), LineStyle.of(0, 1));
  }

  private static BufferedImage paper(JFreeChart chart) {
    ChartFigure figure =
        new ChartFigure(
            "test", chart, SIZE, () -> "A test.", List::of, () -> "Made up.", Optional::empty);
    BufferedImage image = new BufferedImage(SIZE.width, SIZE.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    figure.paint(graphics, SIZE);
    graphics.dispose();
    return image;
  }

  private static List<Integer> colours(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .boxed()
        .distinct()
        .toList();
  }
}
