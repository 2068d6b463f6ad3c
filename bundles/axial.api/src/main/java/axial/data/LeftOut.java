package axial.data;

/**
 * Something that a source found and did not take.
 *
 * @param source where it is
 * @param reason why, as one sentence
 */
public record LeftOut(String source, String reason) {}
