/** Jars that are started from a folder, and swapped when they are built anew. */
@NullMarked
package axial.extensions.loose;

import org.jspecify.annotations.NullMarked;
