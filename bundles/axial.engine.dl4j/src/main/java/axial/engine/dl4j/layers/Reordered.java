package axial.engine.dl4j.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Weights in the order that oneDNN wants, beside those in the order that Axial keeps. Where both
 * are the same, nothing is copied.
 */
final class Reordered implements AutoCloseable {

  private final @Nullable FloatPointer theirs;
  private final @Nullable Call call;

  private Reordered(@Nullable FloatPointer theirs, @Nullable Call call) {
    this.theirs = theirs;
    this.call = call;
  }

  /** From ours to theirs, by {@link #bring}. */
  static Reordered from(OneDnn dnn, memory.desc ours, memory.desc theirs) {
    return make(dnn, ours, theirs, theirs);
  }

  /** From theirs to ours, by {@link #place} and {@link #take}. */
  static Reordered to(OneDnn dnn, memory.desc theirs, memory.desc ours) {
    return make(dnn, theirs, ours, theirs);
  }

  private static Reordered make(OneDnn dnn, memory.desc from, memory.desc to, memory.desc theirs) {
    if (from.equals(to)) {
      return new Reordered(null, null);
    }
    Call call =
        new Call(dnn, new reorder(new reorder.primitive_desc(dnn.engine(), from, dnn.engine(), to)))
            .with(DNNL_ARG_FROM, from)
            .with(DNNL_ARG_TO, to);
    return new Reordered(new FloatPointer((theirs.get_size() + 3) / Float.BYTES), call);
  }

  /** The address of the weights in their order, made anew from ours. */
  long bring(long ours) {
    if (call == null || theirs == null) {
      return ours;
    }
    call.at(DNNL_ARG_FROM, ours).at(DNNL_ARG_TO, theirs.address()).run();
    return theirs.address();
  }

  /** Where to write values in their order that {@link #take} turns into ours. */
  long place(long ours) {
    return theirs == null ? ours : theirs.address();
  }

  /** Turns what was written to {@link #place}. */
  void take(long ours) {
    if (call != null && theirs != null) {
      call.at(DNNL_ARG_FROM, theirs.address()).at(DNNL_ARG_TO, ours).run();
    }
  }

  @Override
  public void close() {
    if (call != null) {
      call.close();
    }
    if (theirs != null) {
      theirs.close();
    }
  }
}
