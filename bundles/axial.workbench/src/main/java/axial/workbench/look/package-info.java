/** How the window looks: theme, scale, and what the user prefers. */
@NullMarked
package axial.workbench.look;

import org.jspecify.annotations.NullMarked;
