package axial.predict.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One message in the wire format of Protocol Buffers, with its fields in the order in which they
 * were added. Arrays are kept, not copied, so weights are held once.
 */
final class Wire {

  private static final int VARINT = 0;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final List<byte[]> parts = new ArrayList<>();
  private long size;

  /** Adds a whole number; negative ones take ten bytes. */
  Wire number(int field, long value) {
    varint((long) field << 3 | VARINT);
    varint(value);
    return this;
  }

  /** Adds a float. */
  Wire real(int field, float value) {
    varint((long) field << 3 | FIXED32);
    add(littleEndian(value));
    return this;
  }

  /** Adds text as UTF-8. */
  Wire text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes, which nobody changes from here on. */
  Wire bytes(int field, byte[] value) {
    varint((long) field << 3 | LENGTH);
    varint(value.length);
    add(value);
    return this;
  }

  /** Adds a message as it is now. */
  Wire message(int field, Wire value) {
    varint((long) field << 3 | LENGTH);
    varint(value.size);
    parts.addAll(value.parts);
    size += value.size;
    return this;
  }

  /** How many bytes it takes. */
  long size() {
    return size;
  }

  /** Writes the message. */
  void writeTo(OutputStream out) throws IOException {
    for (byte[] part : parts) {
      out.write(part);
    }
  }

  /** The message as one array; it must be smaller than 2 GB. */
  byte[] toBytes() {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size));
    parts.forEach(all::put);
    return all.array();
  }

  /** Floats as ONNX keeps them: IEEE 754, little-endian. */
  static byte[] littleEndian(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private void varint(long value) {
    byte[] bytes = new byte[10];
    int length = 0;
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
    add(java.util.Arrays.copyOf(bytes, length));
  }

  private void add(byte[] part) {
    parts.add(part);
    size += part.length;
  }
}
