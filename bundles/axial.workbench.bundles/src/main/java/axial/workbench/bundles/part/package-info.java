/** Tables and pages of this bundle's views. */
@NullMarked
package axial.workbench.bundles.part;

import org.jspecify.annotations.NullMarked;
