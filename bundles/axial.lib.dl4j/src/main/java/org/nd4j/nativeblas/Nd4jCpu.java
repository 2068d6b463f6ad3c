package org.nd4j.nativeblas;

/**
 * Answers to a class name that ND4J 1.0.0-M2.1 no longer has but that DL4J 1.0.0-M2.1 still looks
 * for when it decides whether its oneDNN layers may be used.
 */
public final class Nd4jCpu {

  private Nd4jCpu() {}

  /** The native environment under its former name. */
  public static final class Environment {

    private final org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment renamed;

    private Environment(org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment renamed) {
      this.renamed = renamed;
    }

    /** The environment of this process. */
    public static Environment getInstance() {
      return new Environment(
          org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance());
    }

    /** Whether oneDNN, formerly MKL-DNN, is in use. */
    public boolean isUseMKLDNN() {
      return renamed.isUseONEDNN();
    }
  }
}
