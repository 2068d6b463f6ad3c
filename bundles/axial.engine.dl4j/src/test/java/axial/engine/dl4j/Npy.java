package axial.engine.dl4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads little-endian float32 arrays of NumPy's format 1.0. */
final class Npy {

  private Npy() {}

  static float[] floats(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getShort(8) & 0xFFFF;
    String text = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
    if (!text.contains("'<f4'") || text.contains("'fortran_order': True")) {
      throw new IOException(file + " is no little-endian float32 array: " + text);
    }
    bytes.position(10 + header);
    float[] values = new float[bytes.remaining() / 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getFloat();
    }
    return values;
  }
}
