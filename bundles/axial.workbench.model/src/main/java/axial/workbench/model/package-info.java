/** Views of the networks and how they will be trained. */
@NullMarked
package axial.workbench.model;

import org.jspecify.annotations.NullMarked;
