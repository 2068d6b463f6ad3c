/** The two networks of the reference notebook. */
@NullMarked
package axial.zoo;

import org.jspecify.annotations.NullMarked;
