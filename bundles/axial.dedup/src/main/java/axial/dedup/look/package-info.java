/** How a picture looks apart from its border, its size and its brightness. */
@NullMarked
package axial.dedup.look;

import org.jspecify.annotations.NullMarked;
