/** What a user can do: commands, the palette, undo. */
@NullMarked
package axial.workbench.command;

import org.jspecify.annotations.NullMarked;
