/** The table of runs. */
@NullMarked
package axial.workbench.runs;

import org.jspecify.annotations.NullMarked;
