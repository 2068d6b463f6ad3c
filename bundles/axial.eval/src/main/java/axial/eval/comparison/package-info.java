/** Models side by side. */
@NullMarked
package axial.eval.comparison;

import org.jspecify.annotations.NullMarked;
