package axial.model;

/** What training makes small; the mean over the batch of each sample's value. */
public enum Loss {
  /** For one sigmoid unit: -log of the probability given to the true class. */
  BINARY_CROSS_ENTROPY,
  /** For a softmax over the classes: -log of the probability given to the true class. */
  CATEGORICAL_CROSS_ENTROPY
}
