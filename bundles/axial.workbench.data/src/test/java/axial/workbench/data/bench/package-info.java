/** Measures how the views of the data answer when very many images are open. */
@NullMarked
package axial.workbench.data.bench;

import org.jspecify.annotations.NullMarked;
