/** The stages of a run. */
@NullMarked
package axial.run.stages;

import org.jspecify.annotations.NullMarked;
