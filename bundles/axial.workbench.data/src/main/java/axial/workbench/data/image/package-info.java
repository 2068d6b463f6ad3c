/** One image, with what is known about it. */
@NullMarked
package axial.workbench.data.image;

import org.jspecify.annotations.NullMarked;
