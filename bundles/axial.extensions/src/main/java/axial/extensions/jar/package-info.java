/** Looking into a jar that nobody vouches for. */
@NullMarked
package axial.extensions.jar;

import org.jspecify.annotations.NullMarked;
