/** What a call holds while it works: the bundles of everything that it uses. */
@NullMarked
package axial.run.lease;

import org.jspecify.annotations.NullMarked;
