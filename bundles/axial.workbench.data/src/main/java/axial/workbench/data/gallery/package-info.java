/** The gallery: all images as thumbnails, to find, exclude and relabel. */
@NullMarked
package axial.workbench.data.gallery;

import org.jspecify.annotations.NullMarked;
