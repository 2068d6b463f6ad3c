/** The service that makes and keeps runs. */
@NullMarked
package axial.run.service;

import org.jspecify.annotations.NullMarked;
