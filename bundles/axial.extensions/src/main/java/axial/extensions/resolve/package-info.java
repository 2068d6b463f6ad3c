/** What a bundle requires and offers, what fits together, and in words why something does not. */
@NullMarked
package axial.extensions.resolve;

import org.jspecify.annotations.NullMarked;
