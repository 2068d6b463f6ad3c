/** What augmentation makes of the images, before anything is trained. */
@NullMarked
package axial.workbench.data.augmentation;

import org.jspecify.annotations.NullMarked;
