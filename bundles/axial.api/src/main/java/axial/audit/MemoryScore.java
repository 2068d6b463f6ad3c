package axial.audit;

/**
 * What plain memory scores: each image gets the class of the most similar one that is known.
 *
 * @param question what was asked
 * @param score how it went
 * @param known how many images were known
 * @param asked how many were asked about; fewer than there are where all would take too long
 * @param available how many could have been asked about
 */
public record MemoryScore(Question question, Score score, int known, int asked, int available) {

  /** What a memoriser can be asked. */
  public enum Question {
    /** Each image among all the others. */
    EACH_AMONG_OTHERS("each image among all others"),
    /** The same without twins. */
    WITHOUT_TWINS("each image among all others, twins taken out"),
    /** The same without twins, and without the images of the same patient or series. */
    OTHER_GROUPS("each image among those of other groups, twins taken out"),
    /** The audited part, with the other part known. */
    ACROSS_PARTS("each image, the other folder known"),
    /** The same without the images that have a twin in the other part. */
    ACROSS_PARTS_WITHOUT_TWINS("each image without a twin there, the other folder known");

    private final String words;

    Question(String words) {
      this.words = words;
    }

    /** The question in a few words. */
    public String words() {
      return words;
    }
  }

  /** Whether only some were asked about. */
  public boolean sampled() {
    return asked < available;
  }
}
