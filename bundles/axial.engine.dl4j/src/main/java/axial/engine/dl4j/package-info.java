/** The engine on Deeplearning4j: the only code of Axial that sees DL4J or ND4J. */
@NullMarked
package axial.engine.dl4j;

import org.jspecify.annotations.NullMarked;
