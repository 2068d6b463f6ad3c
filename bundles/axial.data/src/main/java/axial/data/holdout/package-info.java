/** Frozen hold-outs: drawing them, keeping them, and refusing to learn from them. */
@NullMarked
package axial.data.holdout;

import org.jspecify.annotations.NullMarked;
