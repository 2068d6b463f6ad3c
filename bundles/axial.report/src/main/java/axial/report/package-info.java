/** The report of a run as one HTML file. */
@NullMarked
package axial.report;

import org.jspecify.annotations.NullMarked;
