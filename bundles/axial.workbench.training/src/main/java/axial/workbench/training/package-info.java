/** Views of a training while it goes on. */
@NullMarked
package axial.workbench.training;

import org.jspecify.annotations.NullMarked;
