/** Explanations by what hiding a part of the image changes (Zeiler and Fergus 2014). */
@NullMarked
package axial.occlusion;

import org.jspecify.annotations.NullMarked;
