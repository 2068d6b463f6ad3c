/** The search for pictures that look alike. */
@NullMarked
package axial.dedup.search;

import org.jspecify.annotations.NullMarked;
