package axial.engine.dl4j.layers;

import java.util.Arrays;
import java.util.Comparator;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Loader;

/**
 * The library oneDNN on the processor: Intel's kernels for the layers of networks, which choose
 * their instructions by the processor at run time. Used within the runtime only, one thread at a
 * time.
 */
public final class OneDnn {

  private final engine engine;
  private final stream stream;
  private final String version;
  private final String instructions;

  /** Loads the library; throws an unchecked exception or a linkage error where it cannot. */
  public OneDnn() {
    Loader.load(dnnl.class);
    engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
    stream = new stream(engine);
    dnnl_version_t v = dnnl.dnnl_version();
    version = v.major() + "." + v.minor() + "." + v.patch();
    instructions = widest(dnnl.dnnl_get_effective_cpu_isa());
  }

  /** The name of the widest instruction set among the bits of a mask. */
  private static String widest(int mask) {
    return Arrays.stream(dnnl.cpu_isa.values())
        .filter(isa -> (isa.value & ~mask) == 0)
        .max(Comparator.comparingInt(isa -> isa.value))
        .map(Enum::name)
        .orElse("unknown");
  }

  /** Its version, such as {@code 2.5.2}. */
  public String version() {
    return version;
  }

  /** The widest instructions that it uses here, such as {@code avx512_core_bf16}. */
  public String instructions() {
    return instructions;
  }

  engine engine() {
    return engine;
  }

  stream stream() {
    return stream;
  }
}
