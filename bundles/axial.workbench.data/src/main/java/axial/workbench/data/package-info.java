/** Views of the data: what there is, what is twice, how it is split. */
@NullMarked
package axial.workbench.data;

import org.jspecify.annotations.NullMarked;
