package axial.engine.dl4j.layers;

import axial.data.Shape;
import org.bytedeco.dnnl.memory;

/** Descriptions of memory for oneDNN; all values are 4-byte floats. */
final class Descs {

  private Descs() {}

  /** Images: rows, columns, channels, channels fastest. */
  static memory.desc nhwc(int images, Shape s) {
    return of(memory.format_tag.nhwc, images, s.channels(), s.height(), s.width());
  }

  /** One vector an image. */
  static memory.desc nc(int images, int length) {
    return of(memory.format_tag.nc, images, length);
  }

  /** One vector. */
  static memory.desc x(int length) {
    return of(memory.format_tag.x, length);
  }

  /** Dimensions in oneDNN's order (images or output channels first), laid out as the tag says. */
  static memory.desc of(memory.format_tag tag, long... dimensions) {
    return new memory.desc(dimensions, memory.data_type.f32, tag);
  }
}
