/** Local interpretable model-agnostic explanations of images (Ribeiro, Singh and Guestrin 2016). */
@NullMarked
package axial.lime;

import org.jspecify.annotations.NullMarked;
