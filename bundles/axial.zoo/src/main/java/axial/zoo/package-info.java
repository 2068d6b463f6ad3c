/** The networks that Axial brings, each with the recipe that it is trained by. */
@NullMarked
package axial.zoo;

import org.jspecify.annotations.NullMarked;
