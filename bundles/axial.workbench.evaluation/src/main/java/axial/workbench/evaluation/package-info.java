/** Views of what a network does right and wrong. */
@NullMarked
package axial.workbench.evaluation;

import org.jspecify.annotations.NullMarked;
