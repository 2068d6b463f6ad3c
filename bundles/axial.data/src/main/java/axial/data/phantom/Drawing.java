package axial.data.phantom;

import axial.data.Pixels;
import axial.data.Sample;
import axial.job.Seed;
import java.util.Locale;
import java.util.Map;

/**
 * What is needed to draw one slice.
 *
 * @param source its address
 * @param changes 0 for a slice as it is; else a near copy, a pixel to the right and that many times
 *     a little brighter
 */
record Drawing(
    String source,
    Seed seed,
    int patient,
    int slice,
    Plane plane,
    Weighting weighting,
    boolean ill,
    int changes) {

  private static final int BRIGHTER = 4;

  /** Slice {@code slice} of a patient; planes and contrasts take turns from a random start. */
  static Drawing of(Seed seed, int patient, int slice, boolean ill) {
    Seed own = seed.derive("patient").derive(patient);
    int turn = own.derive("turn").draws().below(9) + slice;
    Plane plane = Plane.values()[turn % 3];
    Weighting weighting = Weighting.values()[turn / 3 % 3];
    String source =
        String.format(
            Locale.ROOT,
            "patient-%04d/%02d-%s-%s.png",
            patient + 1,
            slice + 1,
            plane.label(),
            weighting.name().toLowerCase(Locale.ROOT));
    return new Drawing(source, own, patient, slice, plane, weighting, ill, 0);
  }

  /** The same slice under another address, changed that many times. */
  Drawing copy(String address, int times) {
    return new Drawing(address, seed, patient, slice, plane, weighting, ill, times);
  }

  Pixels picture() {
    Pixels drawn = drawn().picture();
    return changes > 0 ? changed(drawn, changes * BRIGHTER) : drawn;
  }

  Pixels mask() {
    Pixels drawn = drawn().mask();
    return changes > 0 ? changed(drawn, 0) : drawn;
  }

  Sample sample() {
    Pixels pixels = picture();
    return new Sample(
        pixels.contentId(),
        source,
        ill ? 1 : 0,
        String.format(Locale.ROOT, "patient-%04d", patient + 1),
        Map.of(
            "plane", plane.label(),
            "weighting", weighting.name(),
            "patient", String.format(Locale.ROOT, "%04d", patient + 1),
            "width", Integer.toString(pixels.width()),
            "height", Integer.toString(pixels.height())));
  }

  private PhantomSlice drawn() {
    return new PhantomSlice(seed, slice, plane, weighting, ill);
  }

  private static Pixels changed(Pixels original, int brighter) {
    int width = original.width();
    byte[] data = new byte[original.data().length];
    for (int i = 0; i < data.length; i++) {
      int from = i % width == 0 ? i : i - 1;
      data[i] = (byte) Math.min(255, (original.data()[from] & 0xFF) + brighter);
    }
    return new Pixels(width, original.height(), 1, data);
  }
}
