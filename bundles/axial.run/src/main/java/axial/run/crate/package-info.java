/** Runs as RO-Crates: packed to be sent, and taken in. */
@NullMarked
package axial.run.crate;

import org.jspecify.annotations.NullMarked;
