package axial.dedup.look;

/**
 * The part of a picture that is looked at, in pixels and parts of them. It may reach beyond the
 * picture; what lies outside of the box {@code x0, y0, x1, y1} is seen as background.
 *
 * @param background 0 to 255
 * @param x0 first column of the box
 * @param y0 first row of the box
 * @param x1 one past the last column
 * @param y1 one past the last row
 */
record Frame(
    double left,
    double top,
    double width,
    double height,
    int background,
    int x0,
    int y0,
    int x1,
    int y1) {

  private static final int LEAST = 8; // pixels that are never trimmed
  private static final int TOLERANCE = 20; // grey levels, more than JPEG adds to a plain line
  private static final double STRAY = 0.02; // share of a plain line that may differ more
  private static final double SHAVED = 0.01; // takes the blended line beside a resized border
  private static final double FAINT = 0.15; // of the strong contrast; background noise is below
  private static final double STRONG = 0.95;
  private static final double OUTER = 0.05; // share of the ink on each side of the quantiles
  private static final double REACH = 1.35; // from the quantiles to about the edge of a disc

  /** Everything. */
  static Frame whole(Grey grey) {
    return new Frame(0, 0, grey.width(), grey.height(), 0, 0, 0, grey.width(), grey.height());
  }

  /**
   * What is shown without its border. Plain lines are trimmed from all sides first; as where that
   * ends hangs on the noise of the background, the frame is then laid around the "ink", which is
   * what differs clearly from the background: its 5 % and 95 % quantiles along each axis decide.
   */
  static Frame aroundContent(Grey grey) {
    int[] box = trimmed(grey);
    int background = median(ring(grey, box));
    double faint = faint(grey, box, background);
    double[] columns = new double[box[2] - box[0]];
    double[] rows = new double[box[3] - box[1]];
    double ink = 0;
    for (int y = box[1]; y < box[3]; y++) {
      for (int x = box[0]; x < box[2]; x++) {
        double here = Math.max(0, Math.abs(grey.at(y, x) - background) - faint);
        columns[x - box[0]] += here;
        rows[y - box[1]] += here;
        ink += here;
      }
    }
    if (ink == 0) {
      return whole(grey);
    }
    double[] across = extent(columns, ink);
    double[] down = extent(rows, ink);
    return new Frame(
        box[0] + across[0],
        box[1] + down[0],
        across[1],
        down[1],
        background,
        box[0],
        box[1],
        box[2],
        box[3]);
  }

  /** Whether a pixel is in the box. */
  boolean inside(int row, int column) {
    return row >= y0 && row < y1 && column >= x0 && column < x1;
  }

  private static int[] trimmed(Grey grey) {
    int x0 = 0;
    int y0 = 0;
    int x1 = grey.width();
    int y1 = grey.height();
    while (x1 - x0 > LEAST && y1 - y0 > LEAST) {
      boolean top = plain(grey, y0 * grey.width() + x0, 1, x1 - x0);
      boolean bottom = plain(grey, (y1 - 1) * grey.width() + x0, 1, x1 - x0);
      boolean left = plain(grey, y0 * grey.width() + x0, grey.width(), y1 - y0);
      boolean right = plain(grey, y0 * grey.width() + x1 - 1, grey.width(), y1 - y0);
      if (!top && !bottom && !left && !right) {
        break;
      }
      x0 += left ? 1 : 0;
      y0 += top ? 1 : 0;
      x1 -= right ? 1 : 0;
      y1 -= bottom ? 1 : 0;
    }
    int across = (int) Math.max(1, Math.round(SHAVED * (x1 - x0)));
    int down = (int) Math.max(1, Math.round(SHAVED * (y1 - y0)));
    boolean large = x1 - x0 > LEAST && y1 - y0 > LEAST;
    return large
        ? new int[] {x0 + across, y0 + down, x1 - across, y1 - down}
        : new int[] {x0, y0, x1, y1};
  }

  private static boolean plain(Grey grey, int start, int step, int count) {
    int[] histogram = new int[256];
    for (int i = 0, at = start; i < count; i++, at += step) {
      histogram[grey.values()[at] & 0xFF]++;
    }
    int middle = median(histogram);
    int stray = 0;
    for (int level = 0; level < 256; level++) {
      stray += Math.abs(level - middle) > TOLERANCE ? histogram[level] : 0;
    }
    return stray <= STRAY * count;
  }

  /** The levels along the edge of the box. */
  private static int[] ring(Grey grey, int[] box) {
    int[] histogram = new int[256];
    for (int x = box[0]; x < box[2]; x++) {
      histogram[grey.at(box[1], x)]++;
      histogram[grey.at(box[3] - 1, x)]++;
    }
    for (int y = box[1]; y < box[3]; y++) {
      histogram[grey.at(y, box[0])]++;
      histogram[grey.at(y, box[2] - 1)]++;
    }
    return histogram;
  }

  private static int median(int[] histogram) {
    return quantile(histogram, 0.5);
  }

  private static int quantile(int[] histogram, double share) {
    long count = 0;
    for (int n : histogram) {
      count += n;
    }
    long below = 0;
    for (int level = 0; level < histogram.length; level++) {
      below += histogram[level];
      if (below >= share * count) {
        return level;
      }
    }
    return histogram.length - 1;
  }

  private static double faint(Grey grey, int[] box, int background) {
    int[] contrasts = new int[256];
    for (int y = box[1]; y < box[3]; y++) {
      for (int x = box[0]; x < box[2]; x++) {
        contrasts[Math.abs(grey.at(y, x) - background)]++;
      }
    }
    return Math.max(1, FAINT * quantile(contrasts, STRONG));
  }

  /** Begin and length of the frame along one axis. */
  private static double[] extent(double[] ink, double all) {
    double from = place(ink, OUTER * all);
    double to = place(ink, (1 - OUTER) * all);
    double half = Math.max(2, (to - from) / 2 * REACH);
    return new double[] {(from + to) / 2 - half, 2 * half};
  }

  private static double place(double[] ink, double wanted) {
    double below = 0;
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] > 0 && below + ink[i] >= wanted) {
        return i + (wanted - below) / ink[i];
      }
      below += ink[i];
    }
    return ink.length;
  }
}
