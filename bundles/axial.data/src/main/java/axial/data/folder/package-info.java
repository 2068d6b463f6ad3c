/** Data sets in folders: one folder for each class. */
@NullMarked
package axial.data.folder;

import org.jspecify.annotations.NullMarked;
