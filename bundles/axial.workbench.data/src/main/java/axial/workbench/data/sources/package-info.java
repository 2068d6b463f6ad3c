/** What is open: where it is from, what it holds, what was left out. */
@NullMarked
package axial.workbench.data.sources;

import org.jspecify.annotations.NullMarked;
