/** The evaluator for classifiers: report, rates, curves in one number. */
@NullMarked
package axial.eval.classification;

import org.jspecify.annotations.NullMarked;
