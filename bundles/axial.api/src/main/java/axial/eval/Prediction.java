package axial.eval;

/**
 * What a model said of one sample.
 *
 * @param id content id of the sample
 * @param source source address of the sample
 * @param truth its true class
 * @param probabilities of all classes, of sum 1; nobody writes to the array
 */
public record Prediction(String id, String source, int truth, double[] probabilities) {}
