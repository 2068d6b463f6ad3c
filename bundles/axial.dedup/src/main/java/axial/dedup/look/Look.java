package axial.dedup.look;

import axial.data.Pixels;
import axial.data.Thumbnail;
import axial.dedup.hash.DHash;
import axial.dedup.hash.PHash;
import java.nio.ByteBuffer;

/**
 * How a picture looks.
 *
 * @param thumbnail the whole picture
 * @param content what is within its border, {@code SIDE * SIDE} unsigned bytes, row by row
 * @param summary what the content is found by
 */
public record Look(Thumbnail thumbnail, byte[] content, Summary summary) {

  /** Rows and columns of a content. */
  public static final int SIDE = 64;

  /**
   * What a content is found by.
   *
   * @param phash one for each {@link Orientation}, by ordinal
   * @param dhash likewise
   * @param coarse the content with {@code COARSE * COARSE} values
   * @param contrast standard deviation of the content in hundredths of a grey level
   */
  public record Summary(long[] phash, long[] dhash, byte[] coarse, int contrast) {

    /** Rows and columns of the coarse content. */
    public static final int COARSE = 16;

    /** How many bytes it takes. */
    public static final int BYTES = 2 * 8 * Long.BYTES + COARSE * COARSE + Integer.BYTES;

    /** As bytes. */
    public byte[] bytes() {
      ByteBuffer bytes = ByteBuffer.allocate(BYTES);
      bytes.asLongBuffer().put(phash).put(dhash);
      return bytes.position(2 * 8 * Long.BYTES).put(coarse).putInt(contrast).array();
    }

    /** From bytes. */
    public static Summary of(byte[] from) {
      ByteBuffer bytes = ByteBuffer.wrap(from);
      long[] phash = new long[8];
      long[] dhash = new long[8];
      byte[] coarse = new byte[COARSE * COARSE];
      bytes.asLongBuffer().get(phash).get(dhash);
      bytes.position(2 * 8 * Long.BYTES).get(coarse);
      return new Summary(phash, dhash, coarse, bytes.getInt());
    }
  }

  /** The look of a picture. */
  public static Look of(Pixels pixels) {
    Grey grey = Grey.of(pixels);
    byte[] content = grey.squeezed(Frame.aroundContent(grey), SIDE);
    return new Look(
        new Thumbnail(grey.squeezed(Frame.whole(grey), Thumbnail.SIDE)), content, summary(content));
  }

  /**
   * A content made smaller.
   *
   * @param side rows and columns, a divisor of {@link #SIDE}
   */
  private static byte[] reduced(byte[] content, int side) {
    int step = SIDE / side;
    int[] sums = new int[side * side];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        sums[y / step * side + x / step] += content[y * SIDE + x] & 0xFF;
      }
    }
    byte[] reduced = new byte[sums.length];
    for (int i = 0; i < sums.length; i++) {
      reduced[i] = (byte) ((sums[i] + step * step / 2) / (step * step));
    }
    return reduced;
  }

  private static Summary summary(byte[] content) {
    byte[] half = reduced(content, Thumbnail.SIDE);
    double sum = 0;
    double squares = 0;
    for (byte value : half) {
      sum += value & 0xFF;
      squares += (value & 0xFF) * (value & 0xFF);
    }
    long[] phash = new long[8];
    long[] dhash = new long[8];
    PHash p = new PHash();
    DHash d = new DHash();
    for (Orientation orientation : Orientation.values()) {
      Thumbnail turned = new Thumbnail(orientation.of(half, Thumbnail.SIDE));
      phash[orientation.ordinal()] = p.hash(turned);
      dhash[orientation.ordinal()] = d.hash(turned);
    }
    double mean = sum / half.length;
    double deviation = Math.sqrt(Math.max(0, squares / half.length - mean * mean));
    return new Summary(
        phash, dhash, reduced(content, Summary.COARSE), (int) Math.round(100 * deviation));
  }
}
