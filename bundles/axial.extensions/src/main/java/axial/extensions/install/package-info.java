/** Changes of the set of extensions, planned in words and carried out whole. */
@NullMarked
package axial.extensions.install;

import org.jspecify.annotations.NullMarked;
