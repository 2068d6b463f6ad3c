/** Starts the framework with the bundles of a folder and hands it a command line. */
@NullMarked
package axial.launcher;

import org.jspecify.annotations.NullMarked;
