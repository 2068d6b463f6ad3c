package axial.data.cache;

import axial.data.Image;
import axial.data.Shape;
import java.util.Optional;

/** Images in 8 bits a value, in which a loader leaves them. */
final class Packing {

  private static final int LEVELS = 256;

  private final float[] values = new float[LEVELS];

  Packing() {
    for (int level = 0; level < LEVELS; level++) {
      values[level] = level / 255f;
    }
  }

  /** The image in bytes, or nothing when it would not come back bit by bit. */
  Optional<byte[]> pack(Image image) {
    byte[] bytes = new byte[image.values().length];
    for (int i = 0; i < bytes.length; i++) {
      float value = image.values()[i];
      int level = Math.round(value * 255);
      if (level < 0 || level >= LEVELS || Float.compare(values[level], value) != 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) level;
    }
    return Optional.of(bytes);
  }

  /** The image that was packed. */
  Image unpack(Shape shape, byte[] bytes) {
    float[] unpacked = new float[bytes.length];
    for (int i = 0; i < unpacked.length; i++) {
      unpacked[i] = values[bytes[i] & 0xFF];
    }
    return new Image(shape, unpacked);
  }
}
