/** Learning-rate schedules. */
@NullMarked
package axial.train.schedule;

import org.jspecify.annotations.NullMarked;
