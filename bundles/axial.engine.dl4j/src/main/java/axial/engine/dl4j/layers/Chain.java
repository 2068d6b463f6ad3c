package axial.engine.dl4j.layers;

import java.util.List;

/** Kernels one after the other; none at all hands its input on. */
final class Chain implements Kernel {

  private final List<Kernel> kernels;

  Chain(List<Kernel> kernels) {
    this.kernels = List.copyOf(kernels);
  }

  boolean isEmpty() {
    return kernels.isEmpty();
  }

  @Override
  public Tensor forward(Tensor x, boolean training) {
    Tensor value = x;
    for (Kernel kernel : kernels) {
      value = kernel.forward(value, training);
    }
    return value;
  }

  @Override
  public Tensor backward(Tensor dy, boolean wanted) {
    Tensor gradient = dy;
    for (int k = kernels.size() - 1; k >= 0; k--) {
      gradient = kernels.get(k).backward(gradient, wanted || k > 0);
    }
    return gradient;
  }

  @Override
  public boolean leavesGradient() {
    return !kernels.isEmpty() && kernels.get(kernels.size() - 1).leavesGradient();
  }

  @Override
  public long bytes() {
    return kernels.stream().mapToLong(Kernel::bytes).sum();
  }

  @Override
  public void close() {
    kernels.forEach(Kernel::close);
  }
}
