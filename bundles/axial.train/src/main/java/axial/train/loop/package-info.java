/** The training loop: order, batches, metrics, checkpoints, early stopping. */
@NullMarked
package axial.train.loop;

import org.jspecify.annotations.NullMarked;
