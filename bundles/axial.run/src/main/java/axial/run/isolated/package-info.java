/** Runs in processes of their own: the process that asks for one, and the process that makes it. */
@NullMarked
package axial.run.isolated;

import org.jspecify.annotations.NullMarked;
