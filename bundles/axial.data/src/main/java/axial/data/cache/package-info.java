/** Images as networks see them, kept in files by content. */
@NullMarked
package axial.data.cache;

import org.jspecify.annotations.NullMarked;
