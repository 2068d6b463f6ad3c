package axial.workbench.training;

import axial.view.run.Course;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jfree.data.DomainOrder;
import org.jfree.data.Range;
import org.jfree.data.xy.AbstractXYDataset;
import org.jfree.data.xy.XYDomainInfo;
import org.jfree.data.xy.XYRangeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One figure of all batches as JFreeChart reads it: only the points that the pixels can show, with
 * the extremes kept. The horizontal axis counts epochs: epoch 3 is from 2 to 3. Only on the event
 * dispatch thread.
 */
final class BatchSeries extends AbstractXYDataset implements XYDomainInfo, XYRangeInfo {

  private static final long serialVersionUID = 1L;
  private static final int[] NOTHING = {};

  private final String name;
  private final transient Course.Batches batches;
  private final transient IntToDoubleFunction values;
  private final transient Pyramid pyramid;
  private int[] drawn = NOTHING;

  /** A figure of batches, such as {@code batches::loss}. */
  BatchSeries(String name, Course.Batches batches, IntToDoubleFunction values) {
    this.name = name;
    this.batches = batches;
    this.values = values;
    this.pyramid = new Pyramid(values);
  }

  /** Takes in the batches that have come since. */
  void update() {
    if (batches.count() > pyramid.count()) {
      pyramid.extendTo(batches.count());
      fireDatasetChanged();
    }
  }

  /** Chooses the points for a stretch of the horizontal axis that is so many pixels wide. */
  void choose(double fromEpoch, double toEpoch, int pixels) {
    int from = Math.max(0, firstFrom(fromEpoch) - 1);
    int to = Math.min(pyramid.count(), firstFrom(toEpoch) + 1);
    drawn = pyramid.worthDrawing(from, to, pixels);
  }

  private int firstFrom(double epoch) {
    int low = 0;
    int high = pyramid.count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place(middle) < epoch) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double place(int index) {
    return batches.epoch(index) - 1 + (double) batches.inEpoch(index) / batches.ofEpoch(index);
  }

  @Override
  public int getSeriesCount() {
    return 1;
  }

  @Override
  public Comparable<String> getSeriesKey(int series) {
    return name;
  }

  @Override
  public DomainOrder getDomainOrder() {
    return DomainOrder.ASCENDING;
  }

  @Override
  public int getItemCount(int series) {
    return drawn.length;
  }

  @Override
  public Number getX(int series, int item) {
    return getXValue(series, item);
  }

  @Override
  public Number getY(int series, int item) {
    return getYValue(series, item);
  }

  @Override
  public double getXValue(int series, int item) {
    return place(drawn[item]);
  }

  @Override
  public double getYValue(int series, int item) {
    double value = values.applyAsDouble(drawn[item]);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /** Nothing, in JFreeChart's word, before the first batch. */
  @Override
  public @Nullable Range getDomainBounds(List visible, boolean interval) {
    return pyramid.count() == 0 ? null : new Range(place(0), place(pyramid.count() - 1));
  }

  /** Of all batches, whatever is zoomed; nothing before the first finite value. */
  @Override
  public @Nullable Range getRangeBounds(List visible, Range stretch, boolean interval) {
    int least = pyramid.least(0, pyramid.count());
    int greatest = pyramid.greatest(0, pyramid.count());
    return least < 0
        ? null
        : new Range(values.applyAsDouble(least), values.applyAsDouble(greatest));
  }
}
