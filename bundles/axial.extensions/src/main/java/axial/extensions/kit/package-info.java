/**
 * Checks that a bundle keeps the contract of extensions, in a process of its own. The one place
 * without a window that sees Swing, to watch who calls it.
 */
@NullMarked
package axial.extensions.kit;

import org.jspecify.annotations.NullMarked;
