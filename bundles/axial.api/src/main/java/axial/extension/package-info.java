/**
 * Bundles that labs share: what is installed, where more of them are, whom a workspace trusts, and
 * what holds a bundle while it is used.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
@NullMarked
package axial.extension;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
