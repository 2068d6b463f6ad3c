package axial.report;

import static org.assertj.core.api.Assertions.assertThat;

import axial.eval.Curve;
import axial.eval.Curve.Point;
import axial.eval.Evaluation;
import axial.eval.EvaluationTable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EvaluationSectionsTest {

  private static final int BLUE = 0x0072B2;
  private static final int VERMILION = 0xD55E00;

  private static Curve curve(String id, String title, Point... points) {
    return new Curve(id, title, "false positive rate", "recall", List.of(points), true);
  }

  private static String page(Evaluation evaluation) {
    Html html = new Html(Optional.empty());
    new EvaluationSections(html).evaluations(List.of(evaluation));
    return html.toString();
  }

  private static BufferedImage read(CurveCharts.Chart chart) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(chart.png()));
  }

  private static boolean has(BufferedImage image, int colour, int fromX, int toX) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = fromX; x < toX; x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == colour) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void curvesOfTheSameAxesShareAPictureWithALegend() throws IOException {
    List<CurveCharts.Chart> charts =
        CurveCharts.of(
            List.of(
                curve("roc_0", "ROC curve: a", new Point(0, 0), new Point(0, 1), new Point(1, 1)),
                new Curve("pr", "PR", "recall", "precision", List.of(new Point(0, 1)), false),
                curve(
                    "roc_1", "ROC curve: b", new Point(0, 0), new Point(.5, .5), new Point(1, 1))));
    assertThat(charts).extracting(CurveCharts.Chart::title).containsExactly("ROC curve", "PR");
    BufferedImage roc = read(charts.get(0));
    assertThat(has(roc, BLUE, 0, roc.getWidth())).isTrue();
    assertThat(has(roc, VERMILION, 0, roc.getWidth())).isTrue();
  }

  @Test
  void aCurveReachesFromOneEndOfTheAxisToTheOther() throws IOException {
    BufferedImage image =
        read(
            CurveCharts.of(
                    List.of(
                        curve("roc", "ROC", new Point(0, 1), new Point(.5, 1), new Point(1, 1))))
                .get(0));
    assertThat(has(image, BLUE, 0, image.getWidth() / 4)).isTrue();
    assertThat(has(image, BLUE, image.getWidth() * 9 / 10, image.getWidth())).isTrue();
  }

  @Test
  void manyClassesTakeMorePicturesSoThatLinesCanBeToldApart() {
    List<Curve> curves = new ArrayList<>();
    for (int c = 0; c < 8; c++) {
      curves.add(curve("roc_" + c, "ROC: " + c, new Point(0, 0), new Point(1, 1)));
    }
    assertThat(CurveCharts.of(curves)).hasSize(2);
  }

  @Test
  void aLongNameOfAClassLeavesRoomForTheLines() throws IOException {
    String name = "glioma ".repeat(60);
    CurveCharts.Chart chart =
        CurveCharts.of(
                List.of(
                    curve("roc_0", "ROC: " + name, new Point(0, 1), new Point(1, 1)),
                    curve("roc_1", "ROC: b", new Point(0, 0), new Point(1, 1))))
            .get(0);
    BufferedImage image = read(chart);
    assertThat(has(image, BLUE, 0, image.getWidth() / 4)).isTrue();
  }

  @Test
  void sentencesComeBeforeFiguresAndTablesAfterThem() {
    String page =
        page(
            new Evaluation(
                "classification",
                "a report",
                Map.of("recall", 0.5),
                List.of(
                    new EvaluationTable(
                        "by_plane",
                        "By plane",
                        List.of("plane", "n"),
                        List.of(List.of("<b>", "3"))),
                    new EvaluationTable("roc", "The curve", List.of("x"), List.of(List.of("1")))),
                List.of(curve("roc", "ROC <i>", new Point(0, 0), new Point(1, 1))),
                List.of("Not better than & constant.")));
    assertThat(page)
        .contains("<li>Not better than &amp; constant.</li>", "<td>&lt;b&gt;</td><td>3</td>")
        .contains("alt=\"ROC &lt;i&gt;\"", "<details><summary>The curve</summary>")
        .doesNotContain("<b>", "<i>");
    assertThat(page.indexOf("Not better")).isLessThan(page.indexOf("0.5000"));
    assertThat(page.indexOf("0.5000")).isLessThan(page.indexOf("By plane"));
  }

  @Test
  void anEvaluatorWithFiguresOnlyHasNoEmptyParts() {
    assertThat(page(new Evaluation("plain", "", Map.of("recall", 0.5))))
        .doesNotContain("<ul>", "<pre>", "<img", "<details>", "class=\"figures\"");
  }
}
