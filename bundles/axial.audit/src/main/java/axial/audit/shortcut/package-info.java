/** How well properties of the files tell the class. */
@NullMarked
package axial.audit.shortcut;

import org.jspecify.annotations.NullMarked;
