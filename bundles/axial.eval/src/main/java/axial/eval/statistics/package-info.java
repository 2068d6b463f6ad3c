/** Statistics of predictions: intervals, tests, calibration. No class here keeps state. */
@NullMarked
package axial.eval.statistics;

import org.jspecify.annotations.NullMarked;
