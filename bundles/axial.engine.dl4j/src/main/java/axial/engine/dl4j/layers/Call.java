package axial.engine.dl4j.layers;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;

/** One computation of oneDNN, made ready for fixed sizes, with the memory that it works on. */
final class Call implements AutoCloseable {

  private final OneDnn dnn;
  private final primitive primitive;
  private final IntMemoryMap arguments = new IntMemoryMap();
  private final Map<Integer, memory> memories = new HashMap<>();

  Call(OneDnn dnn, primitive primitive) {
    this.dnn = dnn;
    this.primitive = primitive;
  }

  /** Declares an argument; {@link #at} says where it is. */
  Call with(int argument, memory.desc desc) {
    memory memory = new memory(desc, dnn.engine(), null);
    memories.put(argument, memory);
    arguments.put(argument, memory);
    return this;
  }

  /** Says where an argument is. */
  Call at(int argument, long address) {
    memory memory = memories.get(argument);
    if (memory == null) {
      throw new IllegalArgumentException("This computation has no argument " + argument);
    }
    memory.set_data_handle(new Address(address, 1));
    return this;
  }

  /** Computes, and waits until it is done. */
  void run() {
    primitive.execute(dnn.stream(), arguments);
    dnn.stream()._wait();
  }

  @Override
  public void close() {
    memories.values().forEach(memory::close);
    arguments.close();
    primitive.close();
  }
}
