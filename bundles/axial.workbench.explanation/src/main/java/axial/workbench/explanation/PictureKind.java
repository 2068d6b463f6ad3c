package axial.workbench.explanation;

/** The pictures of an explanation, side by side in this order. */
enum PictureKind {
  /** The scan as the network saw it. */
  SCAN("scan") {
    @Override
    String caption(int regions, int top) {
      return "The scan as the network saw it";
    }
  },
  /** The scan with the lines between its superpixels. */
  SUPERPIXELS("superpixels") {
    @Override
    String caption(int regions, int top) {
      return regions + " regions";
    }
  },
  /** All regions by weight. */
  WEIGHTS("weights") {
    @Override
    String caption(int regions, int top) {
      return "Weights: blue for, hatched orange against";
    }
  },
  /** The strongest regions in green and red. */
  FOR_AND_AGAINST("for-and-against") {
    @Override
    String caption(int regions, int top) {
      return top(top) + ": green for, hatched red against";
    }
  },
  /** The boundary around what speaks for the class. */
  BOUNDARY("boundary") {
    @Override
    String caption(int regions, int top) {
      return "Boundary of the " + (top == 1 ? "strongest region for" : top + " strongest for");
    }
  };

  private final String id;

  PictureKind(String id) {
    this.id = id;
  }

  /** Short name, for components. */
  String id() {
    return id;
  }

  /** What is to be seen, a few words. */
  abstract String caption(int regions, int top);

  private static String top(int top) {
    return top == 1 ? "The strongest region" : "The " + top + " strongest regions";
  }
}
