/** Where views stand: slots, and the layout of each perspective. */
@NullMarked
package axial.workbench.dock;

import org.jspecify.annotations.NullMarked;
