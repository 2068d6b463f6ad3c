/** The list of what is installed. */
@NullMarked
package axial.workbench.bundles;

import org.jspecify.annotations.NullMarked;
