package axial.chart;

import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Lines of an XY chart, each in its style; one that has none takes that of its number. */
public final class StyledLines extends XYLineAndShapeRenderer implements Dressed {

  private static final long serialVersionUID = 1L;

  private transient List<LineStyle> styles;

  /** Lines in these styles, in the order of the series. */
  public StyledLines(List<LineStyle> styles) {
    super(true, false);
    this.styles = List.copyOf(styles);
    setDrawSeriesLineAsPath(true); // else dashes begin anew at every point
    setDefaultCreateEntities(false);
    dress(ChartTheme.paper());
  }

  /** Replaces the styles, when the series change. */
  public void styles(List<LineStyle> changed, ChartTheme theme) {
    this.styles = List.copyOf(changed);
    dress(theme);
  }

  @Override
  public void dress(ChartTheme theme) {
    for (int series = 0; series < styles.size(); series++) {
      LineStyle style = styles.get(series);
      setSeriesPaint(series, style.colour(theme), false);
      setSeriesStroke(series, style.stroke(theme), false);
      setSeriesShape(series, style.mark(theme), false);
      setSeriesShapesVisible(series, style.marked());
    }
    setLegendLine(new Line2D.Double(-14 * theme.scale(), 0, 14 * theme.scale(), 0));
    fireChangeEvent();
  }
}
