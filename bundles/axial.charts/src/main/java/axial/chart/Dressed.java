package axial.chart;

/**
 * A renderer, marker or annotation that takes its colours and line widths from a theme. {@link
 * ChartTheme#dress} calls it; only on the event dispatch thread.
 */
public interface Dressed {

  /** Takes the colours, fonts and widths of that theme, until the next call. */
  void dress(ChartTheme theme);
}
