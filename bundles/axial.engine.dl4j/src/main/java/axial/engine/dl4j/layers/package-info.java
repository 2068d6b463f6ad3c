/** Axial's own DL4J layers: NHWC, computed by oneDNN in ND4J's memory. */
@NullMarked
package axial.engine.dl4j.layers;

import org.jspecify.annotations.NullMarked;
