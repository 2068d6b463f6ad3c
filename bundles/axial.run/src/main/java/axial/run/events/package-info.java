/** Events of runs on their way to listeners. */
@NullMarked
package axial.run.events;

import org.jspecify.annotations.NullMarked;
