package axial.dedup.search;

/**
 * What counts as alike.
 *
 * @param hash {@code phash} or {@code dhash}: which hash proposes pairs
 * @param distance how many of its bits may differ, 0 to 11
 * @param near residual up to which two pictures are one
 * @param series residual up to which two upright pictures may be of one series
 */
public record Limits(String hash, int distance, double near, double series) {}
