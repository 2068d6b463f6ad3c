/** Projects that extensions begin as. */
@NullMarked
package axial.extensions.project;

import org.jspecify.annotations.NullMarked;
