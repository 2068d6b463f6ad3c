/** Which extensions are there, and what is wrong with those that cannot be used. */
@NullMarked
package axial.run.extensions;

import org.jspecify.annotations.NullMarked;
