/** Signing bundles into a catalog. */
@NullMarked
package axial.extensions.publish;

import org.jspecify.annotations.NullMarked;
