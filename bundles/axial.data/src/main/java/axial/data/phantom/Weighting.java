package axial.data.phantom;

/** The contrast of a scan: how bright each tissue is, in [0, 1]. */
enum Weighting {
  /** Fat and white matter bright, fluid dark; tumours have a bright rim and a dark core. */
  T1(0.80, 0.12, 0.46, 0.66),
  /** Fluid bright, white matter dark; tumours are bright. */
  T2(0.52, 0.90, 0.60, 0.40),
  /** Proton density: little contrast between tissues; tumours are bright. */
  PD(0.58, 0.72, 0.68, 0.56);

  final double scalp;
  final double fluid;
  final double grey;
  final double white;

  Weighting(double scalp, double fluid, double grey, double white) {
    this.scalp = scalp;
    this.fluid = fluid;
    this.grey = grey;
    this.white = white;
  }
}
