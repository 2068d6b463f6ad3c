package axial.chart;

import axial.view.testing.Picture;
import java.nio.file.Path;
import java.util.Random;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Writes pictures of a chart of made-up lines to the folder that is its argument. */
final class ChartPicture {

  private ChartPicture() {}

  /** Light and dark, at 100 and 200 %. */
  public static void main(String[] args) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      for (int scale : new int[] {1, 2}) {
        Picture.look(dark, scale);
        XYSeriesCollection data = new XYSeriesCollection();
        Random random = new Random(1);
        for (int s = 0; s < 6; s++) {
          XYSeries series = new XYSeries("line " + (s + 1));
          for (int i = 0; i < 60; i++) {
            series.add(i, Math.exp(-i / (10.0 + 3 * s)) + 0.02 * random.nextDouble());
          }
          data.addSeries(series);
        }
        JFreeChart chart = Charts.lines("epoch", "loss", data, LineStyle.of(0, 6));
        Picture.write(
            new ThemedChartPanel(chart, "picture.chart", "Made-up lines"),
            600 * scale,
            360 * scale,
            Path.of(args[0], "chart-" + (dark ? "dark" : "light") + scale + ".png"));
      }
    }
  }
}
