/** Splitting into training, validation and test part. */
@NullMarked
package axial.data.split;

import org.jspecify.annotations.NullMarked;
