package axial.augment.geometry;

/** Where the values of an output image come from in its input image of the same size. */
@FunctionalInterface
public interface Positions {

  /**
   * The positions of one output row.
   *
   * @param y the output row, from the top
   * @param rows gets the input row of each output column; pixel centres are whole numbers
   * @param columns gets the input column of each output column
   */
  void row(int y, double[] rows, double[] columns);
}
