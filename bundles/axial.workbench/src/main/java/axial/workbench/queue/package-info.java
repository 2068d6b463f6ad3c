/** Trainings: the queue, the bridge from their threads to the window, what they reported. */
@NullMarked
package axial.workbench.queue;

import org.jspecify.annotations.NullMarked;
