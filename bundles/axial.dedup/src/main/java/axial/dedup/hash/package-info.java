/** Perceptual hashes. */
@NullMarked
package axial.dedup.hash;

import org.jspecify.annotations.NullMarked;
