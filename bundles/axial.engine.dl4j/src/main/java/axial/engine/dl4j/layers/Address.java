package axial.engine.dl4j.layers;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** A number of floats at an address that somebody else owns. */
final class Address extends FloatPointer {

  Address(long address, long length) {
    super((Pointer) null);
    this.address = address;
    this.limit = length;
    this.capacity = length;
  }
}
