/** Tells which bundles bring classes for DL4J, which could not be updated. */
@NullMarked
package axial.launcher.dl4j;

import org.jspecify.annotations.NullMarked;
