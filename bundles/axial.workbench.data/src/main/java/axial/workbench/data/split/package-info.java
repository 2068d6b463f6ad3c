/** The split into training, validation and test part, and whether it leaks. */
@NullMarked
package axial.workbench.data.split;

import org.jspecify.annotations.NullMarked;
