/** Values that parts share, and what ends with a part. */
@NullMarked
package axial.workbench.share;

import org.jspecify.annotations.NullMarked;
