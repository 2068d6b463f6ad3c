package axial.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A decoded picture of 8 bits a sample, as it came from its file: rows from top to bottom, pixels
 * from left to right, channels interleaved. Nobody writes to {@link #data()} after construction.
 */
public final class Pixels {

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] data;

  /**
   * A picture that takes over {@code data}; the caller no longer writes to it.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param data {@code height * width * channels} unsigned bytes
   */
  public Pixels(int width, int height, int channels, byte[] data) {
    if (width < 1 || height < 1 || (channels != 1 && channels != 3)) {
      throw new IllegalArgumentException(
          "A picture of %d x %d pixels and %d channels is not possible."
              .formatted(width, height, channels));
    }
    if (data.length != (long) width * height * channels) {
      throw new IllegalArgumentException(
          "A picture of %d x %d x %d needs %d bytes, not %d."
              .formatted(width, height, channels, (long) width * height * channels, data.length));
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.data = data;
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** 1 (grey) or 3 (red, green, blue). */
  public int channels() {
    return channels;
  }

  /** The samples themselves, not a copy; read only. */
  public byte[] data() {
    return data;
  }

  /** One sample, 0 to 255. */
  public int at(int row, int column, int channel) {
    return data[(row * width + column) * channels + channel] & 0xFF;
  }

  /**
   * The content id: SHA-256, in lower-case hexadecimal, of width, height and the samples as three
   * channels. A grey picture and the same picture with three equal channels have the same id, and
   * the format of the file plays no part.
   */
  public String contentId() {
    MessageDigest digest = sha256();
    digest.update(
        (width + "x" + height + ":").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    if (channels == 3) {
      digest.update(data);
    } else {
      byte[] row = new byte[width * 3];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          Arrays.fill(row, x * 3, x * 3 + 3, data[y * width + x]);
        }
        digest.update(row);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
