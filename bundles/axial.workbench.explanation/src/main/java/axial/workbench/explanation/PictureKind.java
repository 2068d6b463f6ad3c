package axial.workbench.explanation;

/** The pictures of an explanation, side by side in this order. */
enum PictureKind {
  /** The scan as the network saw it. */
  SCAN("scan", "Scan") {
    @Override
    String caption(int regions, int top) {
      return "The scan as the network saw it";
    }
  },
  /** The scan with the lines between its superpixels. */
  SUPERPIXELS("superpixels", "Superpixels") {
    @Override
    String caption(int regions, int top) {
      return regions + " regions";
    }
  },
  /** All regions by weight. */
  WEIGHTS("weights", "Weights") {
    @Override
    String caption(int regions, int top) {
      return "Weights: blue for, hatched orange against";
    }
  },
  /** The strongest regions in green and red. */
  FOR_AND_AGAINST("for-and-against", "For and against") {
    @Override
    String caption(int regions, int top) {
      return top(top) + ": green for, hatched red against";
    }
  },
  /** The boundary around what speaks for the class. */
  BOUNDARY("boundary", "Boundary") {
    @Override
    String caption(int regions, int top) {
      return "Boundary of the " + (top == 1 ? "strongest region for" : top + " strongest for");
    }
  };

  private final String id;
  private final String title;

  PictureKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Its name under the picture. */
  String title() {
    return title;
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
