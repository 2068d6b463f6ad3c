/** Computed slices that look like brains, with and without a tumour. */
@NullMarked
package axial.data.phantom;

import org.jspecify.annotations.NullMarked;
