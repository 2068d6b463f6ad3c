/** The nearest neighbour that remembers everything and learns nothing. */
@NullMarked
package axial.audit.memory;

import org.jspecify.annotations.NullMarked;
