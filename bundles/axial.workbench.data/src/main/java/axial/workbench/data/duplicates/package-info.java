/** Review of pictures that are there twice, and of those that may be neighbours. */
@NullMarked
package axial.workbench.data.duplicates;

import org.jspecify.annotations.NullMarked;
