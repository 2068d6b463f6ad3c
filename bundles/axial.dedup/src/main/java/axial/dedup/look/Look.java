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
 * @param hashes of the content
 */
public record Look(Thumbnail thumbnail, byte[] content, Hashes hashes) {

  /** Rows and columns of a content. */
  public static final int SIDE = 64;

  /**
   * The hashes of a content.
   *
   * @param phash one for each {@link Orientation}, by ordinal
   * @param dhash likewise
   * @param contrast standard deviation of the content in hundredths of a grey level
   */
  public record Hashes(long[] phash, long[] dhash, int contrast) {

    /** How many bytes they take. */
    public static final int BYTES = 2 * 8 * Long.BYTES + Integer.BYTES;

    /** As bytes. */
    public byte[] bytes() {
      ByteBuffer bytes = ByteBuffer.allocate(BYTES);
      bytes.asLongBuffer().put(phash).put(dhash);
      return bytes.putInt(BYTES - Integer.BYTES, contrast).array();
    }

    /** From bytes. */
    public static Hashes of(byte[] from) {
      ByteBuffer bytes = ByteBuffer.wrap(from);
      long[] phash = new long[8];
      long[] dhash = new long[8];
      bytes.asLongBuffer().get(phash).get(dhash);
      return new Hashes(phash, dhash, bytes.getInt(BYTES - Integer.BYTES));
    }
  }

  /** The look of a picture. */
  public static Look of(Pixels pixels) {
    Grey grey = Grey.of(pixels);
    byte[] content = grey.squeezed(Frame.aroundContent(grey), SIDE);
    return new Look(
        new Thumbnail(grey.squeezed(Frame.whole(grey), Thumbnail.SIDE)), content, hashes(content));
  }

  private static Hashes hashes(byte[] content) {
    byte[] half = new byte[Thumbnail.SIDE * Thumbnail.SIDE];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < half.length; i++) {
      int from = i / Thumbnail.SIDE * 2 * SIDE + i % Thumbnail.SIDE * 2;
      int four = 0;
      for (int at : new int[] {from, from + 1, from + SIDE, from + SIDE + 1}) {
        four += content[at] & 0xFF;
      }
      half[i] = (byte) ((four + 2) / 4);
      sum += four / 4.0;
      squares += four / 4.0 * (four / 4.0);
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
    return new Hashes(phash, dhash, (int) Math.round(100 * deviation));
  }
}
