/** The window: its perspectives, its jobs and commands, its trainings. */
@NullMarked
package axial.workbench;

import org.jspecify.annotations.NullMarked;
