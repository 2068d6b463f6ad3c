package axial.engine.dl4j.layers;

/** Where a layer's parameters and their gradients are in native memory. */
interface Parameters {

  /** The address of a parameter, such as {@code kernel}. */
  long value(String name);

  /** The address of its gradient. */
  long gradient(String name);

  /** The parameters whose names begin with a prefix, under their names without it. */
  default Parameters below(String prefix) {
    Parameters all = this;
    return new Parameters() {
      @Override
      public long value(String name) {
        return all.value(prefix + name);
      }

      @Override
      public long gradient(String name) {
        return all.gradient(prefix + name);
      }
    };
  }
}
