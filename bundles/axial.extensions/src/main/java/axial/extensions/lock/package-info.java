/** The lock file of a set of extensions, and the store of their jars. */
@NullMarked
package axial.extensions.lock;

import org.jspecify.annotations.NullMarked;
