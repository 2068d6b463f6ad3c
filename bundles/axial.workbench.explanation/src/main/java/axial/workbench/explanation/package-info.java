/** Views of where a network looked. */
@NullMarked
package axial.workbench.explanation;

import org.jspecify.annotations.NullMarked;
