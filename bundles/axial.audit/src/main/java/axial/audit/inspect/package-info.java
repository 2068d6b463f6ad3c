/** The auditor: twins within and across folders, and what all checks say together. */
@NullMarked
package axial.audit.inspect;

import org.jspecify.annotations.NullMarked;
