package axial.data.phantom;

import java.util.Locale;

/** From which side a slice is seen, with the half axes of the head as shares of its height. */
enum Plane {
  /** From below: an egg, the face at the top. */
  AXIAL(0.36, 0.44),
  /** From the front: nearly round, the neck at the bottom. */
  CORONAL(0.38, 0.40),
  /** From the side: long, the face at the left. */
  SAGITTAL(0.45, 0.37);

  final double across;
  final double down;

  Plane(double across, double down) {
    this.across = across;
    this.down = down;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
