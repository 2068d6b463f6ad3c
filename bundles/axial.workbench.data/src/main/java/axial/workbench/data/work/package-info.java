/**
 * The opened data as the views of this bundle share it: what was found, edits, duplicates, split.
 */
@NullMarked
package axial.workbench.data.work;

import org.jspecify.annotations.NullMarked;
