/** Writes figures as PNG, SVG and PDF. */
@NullMarked
package axial.figures;

import org.jspecify.annotations.NullMarked;
