/** Images brought to a common scale. */
@NullMarked
package axial.augment.standardize;

import org.jspecify.annotations.NullMarked;
