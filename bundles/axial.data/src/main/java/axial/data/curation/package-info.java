/** What a person changed of a data set by hand. */
@NullMarked
package axial.data.curation;

import org.jspecify.annotations.NullMarked;
