package axial.data.phantom;

/** The contrast of a scan: how bright each tissue is, in [0, 1]. */
enum Weighting {
  /** Fat and white matter bright, fluid dark; tumours have a bright rim and a dark core. */
  T1(0.80, 0.12, 0.46, 0.66, 0.40),
  /** Fluid bright, white matter dark; tumours are bright. */
  T2(0.62, 0.90, 0.60, 0.40, 0.86),
  /** Proton density: little contrast between tissues; tumours are bright. */
  PD(0.62, 0.74, 0.68, 0.54, 0.84);

  final double scalp;
  final double fluid;
  final double grey;
  final double white;
  final double spot;

  Weighting(double scalp, double fluid, double grey, double white, double spot) {
    this.scalp = scalp;
    this.fluid = fluid;
    this.grey = grey;
    this.white = white;
    this.spot = spot;
  }
}
