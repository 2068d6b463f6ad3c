package axial.data.split;

/** Whole numbers of samples near the wanted shares. */
final class Seats {

  private Seats() {}

  /**
   * What is left after rounding {@code count * share} down goes to the largest remainders, and the
   * first part gives one to a part that would have none.
   *
   * @param shares of the parts, of sum 1
   */
  static int[] of(int count, double[] shares) {
    int[] seats = new int[shares.length];
    int left = count;
    for (int p = 0; p < shares.length; p++) {
      seats[p] = (int) Math.floor(count * shares[p] + 1e-9);
      left -= seats[p];
    }
    for (; left > 0; left--) {
      int next = 0;
      for (int p = 1; p < shares.length; p++) {
        if (count * shares[p] - seats[p] > count * shares[next] - seats[next] + 1e-9) {
          next = p;
        }
      }
      seats[next]++;
    }
    for (int p = 1; p < shares.length; p++) {
      if (seats[p] == 0 && seats[0] > 1) {
        seats[p]++;
        seats[0]--;
      }
    }
    return seats;
  }
}
