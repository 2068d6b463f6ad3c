package axial.bench;

/**
 * One thing that is measured.
 *
 * @param kind {@code train} or {@code predict}, both with batches of {@code size}; {@code lime},
 *     one explanation of {@code size} samples; {@code plain}, {@code size} predictions of one image
 * @param network name of a model of the zoo
 * @param size images in a batch, or how many predictions in all
 */
record Task(String kind, String network, int size) {}
