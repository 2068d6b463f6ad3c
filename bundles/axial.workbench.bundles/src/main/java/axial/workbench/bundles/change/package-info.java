/** A change of the extensions in the window: planned, shown, agreed to, carried out. */
@NullMarked
package axial.workbench.bundles.change;

import org.jspecify.annotations.NullMarked;
