/** Catalogs: their files, where they are read from, and what is refused. */
@NullMarked
package axial.extensions.catalog;

import org.jspecify.annotations.NullMarked;
