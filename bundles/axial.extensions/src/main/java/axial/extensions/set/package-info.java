/** The set of extensions in the running framework and in its lock file. */
@NullMarked
package axial.extensions.set;

import org.jspecify.annotations.NullMarked;
