/** Images moved: where each output value comes from, and what is read there. */
@NullMarked
package axial.augment.geometry;

import org.jspecify.annotations.NullMarked;
