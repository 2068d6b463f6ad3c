/** Duplicate finders. */
@NullMarked
package axial.dedup;

import org.jspecify.annotations.NullMarked;
