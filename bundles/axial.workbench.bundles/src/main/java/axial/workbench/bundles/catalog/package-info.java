/** The view of catalogs: which the workspace knows, whose they are, what they offer. */
@NullMarked
package axial.workbench.bundles.catalog;

import org.jspecify.annotations.NullMarked;
