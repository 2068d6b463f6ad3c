/**
 * What a view of the workbench is: a service that makes a part of the window, and the desk that the
 * part works at. Everything here is called on the event dispatch thread unless it says otherwise.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
@NullMarked
package axial.view;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
