/** Random variations of training images. */
@NullMarked
package axial.augment;

import org.jspecify.annotations.NullMarked;
