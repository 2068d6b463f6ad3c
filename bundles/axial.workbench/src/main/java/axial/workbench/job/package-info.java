/** Long work: its threads, its progress, its end. */
@NullMarked
package axial.workbench.job;

import org.jspecify.annotations.NullMarked;
