package axial.engine.dl4j.layers;

/**
 * What the kernels of one network share.
 *
 * @param dropout the seed of the step under way
 */
record Setting(OneDnn dnn, Elementwise elementwise, DropoutSeed dropout) {}
