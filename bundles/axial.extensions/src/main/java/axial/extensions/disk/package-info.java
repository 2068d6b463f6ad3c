/** Files that are there whole or not at all, and one change at a time. */
@NullMarked
package axial.extensions.disk;

import org.jspecify.annotations.NullMarked;
