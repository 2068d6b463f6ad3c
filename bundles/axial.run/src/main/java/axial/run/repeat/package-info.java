/** Making a run again, and what differs then. */
@NullMarked
package axial.run.repeat;

import org.jspecify.annotations.NullMarked;
