package axial.train.loop;

import axial.model.Batch;

/**
 * A batch that is ready.
 *
 * @param number within its part of its epoch, from 1 on
 * @param truth the true class of each image
 * @param weights the weight of each image in the loss
 */
record Prepared(int number, Batch batch, int[] truth, double[] weights) {}
