/** The window itself: its frame, its views and what they share. */
@NullMarked
package axial.workbench.shell;

import org.jspecify.annotations.NullMarked;
