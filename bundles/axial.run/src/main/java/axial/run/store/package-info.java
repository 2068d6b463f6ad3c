/** The folder of a run: every file, written whole or not at all. */
@NullMarked
package axial.run.store;

import org.jspecify.annotations.NullMarked;
