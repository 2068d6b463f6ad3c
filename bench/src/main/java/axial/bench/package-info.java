/** The peers of {@code bench/run} that run in Java. */
@NullMarked
package axial.bench;

import org.jspecify.annotations.NullMarked;
