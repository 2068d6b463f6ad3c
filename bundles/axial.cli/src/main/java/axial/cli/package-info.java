/** The command line: the jobs of the workbench without a screen. */
@NullMarked
package axial.cli;

import org.jspecify.annotations.NullMarked;
