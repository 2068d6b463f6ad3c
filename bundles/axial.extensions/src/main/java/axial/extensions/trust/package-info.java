/** Keys, what they sign, and whom a workspace trusts. */
@NullMarked
package axial.extensions.trust;

import org.jspecify.annotations.NullMarked;
