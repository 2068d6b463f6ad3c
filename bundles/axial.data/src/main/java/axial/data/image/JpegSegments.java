package axial.data.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a JPEG's segments say before its decoder sees them (ITU-T T.81, annex B).
 *
 * @param withoutProfile the file without its colour profile, which Java would apply and OpenCV does
 *     not; the file itself when it has none
 * @param orientation the EXIF orientation, 1 to 8; 1 when there is none
 * @param components how many values a pixel has; 0 when no frame header was found
 * @param scans how many scans there are
 */
record JpegSegments(byte[] withoutProfile, int orientation, int components, int scans) {

  /** A progressive file has about ten; thousands are an attack on the reader's time. */
  private static final int MOST_SCANS = 100;

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SCAN = 0xDA;

  /** What the JDK's reader says of files that are whole all the same. */
  private static final List<String> HARMLESS =
      List.of("extraneous bytes", "thumbnail", "color profile", "Adobe", "JFIF");

  /** Whether these bytes begin as a JPEG does. */
  static boolean begins(byte[] b) {
    return b.length > 3 && u8(b, 0) == 0xFF && u8(b, 1) == 0xD8 && u8(b, 2) == 0xFF;
  }

  /** Whether a reader's warning leaves the picture whole. */
  static boolean harmless(String warning) {
    return HARMLESS.stream().anyMatch(warning::contains);
  }

  /** Reads the segments up to the first scan; never fails, whatever the bytes. */
  static JpegSegments of(byte[] b) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int orientation = 1;
    int components = 0;
    boolean profile = false;
    int at = 2;
    int copied = 0;
    while (at + 4 <= b.length && u8(b, at) == 0xFF && u8(b, at + 1) != SCAN) {
      int marker = u8(b, at + 1);
      if (marker == 0xFF) {
        at++;
        continue;
      }
      int end = at + 2 + u16(b, at + 2);
      if (u16(b, at + 2) < 2 || end > b.length) {
        break;
      }
      int body = at + 4;
      if (marker == 0xE1 && holds(b, body, end, EXIF)) {
        orientation = orientation(b, body + EXIF.length, end);
      } else if (marker == 0xE2 && holds(b, body, end, PROFILE)) {
        profile = true;
        kept.write(b, copied, at - copied);
        copied = end;
      } else if (frame(marker) && body + 6 <= end) {
        components = u8(b, body + 5);
      }
      at = end;
    }
    kept.write(b, copied, b.length - copied);
    return new JpegSegments(
        profile ? kept.toByteArray() : b, orientation, components, scans(b, at));
  }

  /** Why the file is not decoded, if there is a reason. */
  Optional<String> objection() {
    if (components == 4) {
      return Optional.of("its colours are CMYK, not grey or red, green and blue");
    }
    return scans > MOST_SCANS
        ? Optional.of("it has %d scans; %d are the most".formatted(scans, MOST_SCANS))
        : Optional.empty();
  }

  private static boolean frame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static int scans(byte[] b, int from) {
    int scans = 0;
    for (int i = from; i + 1 < b.length; i++) {
      if (u8(b, i) == 0xFF && u8(b, i + 1) == SCAN) {
        scans++;
      }
    }
    return scans;
  }

  /** The orientation in an EXIF block: a TIFF header, then the entries of its first directory. */
  private static int orientation(byte[] b, int tiff, int end) {
    if (tiff + 8 > end) {
      return 1;
    }
    boolean little = b[tiff] == 'I';
    long directory = tiff + u32(b, tiff + 4, little);
    if (directory + 2 > end) {
      return 1;
    }
    int entries = u16(b, (int) directory, little);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > end) {
        return 1;
      }
      if (u16(b, (int) entry, little) == 0x0112) {
        int value = u16(b, (int) entry + 8, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  private static boolean holds(byte[] b, int from, int end, byte[] text) {
    if (from + text.length > end) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (b[from + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static int u8(byte[] b, int at) {
    return b[at] & 0xFF;
  }

  private static int u16(byte[] b, int at) {
    return u16(b, at, false);
  }

  private static int u16(byte[] b, int at, boolean little) {
    return little ? u8(b, at) | u8(b, at + 1) << 8 : u8(b, at) << 8 | u8(b, at + 1);
  }

  private static long u32(byte[] b, int at, boolean little) {
    long first = u16(b, at, little);
    long second = u16(b, at + 2, little);
    return little ? first | second << 16 : first << 16 | second;
  }
}
