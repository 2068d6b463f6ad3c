package axial.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;

/** A value of an axis that is marked by a dashed line, with a few words at its top. */
public final class MarkedValue extends ValueMarker implements Dressed {

  private static final long serialVersionUID = 1L;

  /** A mark of that value; the words may be empty. */
  public MarkedValue(double value, String words) {
    super(value);
    if (!words.isEmpty()) {
      setLabel(words);
    }
    setLabelAnchor(RectangleAnchor.TOP_LEFT);
    setLabelTextAnchor(TextAnchor.TOP_RIGHT);
    setLabelBackgroundColor(new Color(0, true));
  }

  @Override
  public void dress(ChartTheme theme) {
    float scale = theme.scale();
    setPaint(theme.muted());
    setStroke(
        new BasicStroke(
            scale,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            new float[] {4 * scale, 4 * scale},
            0));
    setLabelPaint(theme.text());
    Font font = theme.font();
    setLabelFont(font.deriveFont(font.getSize2D() * 0.92f));
  }
}
