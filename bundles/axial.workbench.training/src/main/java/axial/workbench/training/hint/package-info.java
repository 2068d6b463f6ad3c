/** Rules that look at a training and say in plain words what a person with experience would. */
@NullMarked
package axial.workbench.training.hint;

import org.jspecify.annotations.NullMarked;
