/** What is kept of each picture between runs, by its content. */
@NullMarked
package axial.dedup.index;

import org.jspecify.annotations.NullMarked;
