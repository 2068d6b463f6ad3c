/** Image files to pixels, and pixels to what a network sees. */
@NullMarked
package axial.data.image;

import org.jspecify.annotations.NullMarked;
