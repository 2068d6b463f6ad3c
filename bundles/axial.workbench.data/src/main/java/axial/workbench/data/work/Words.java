package axial.workbench.data.work;

import axial.data.Split;

/** Words that several views use. */
public final class Words {

  private Words() {}

  /** "1 image" or "1,234 images". */
  public static String images(long count) {
    return counted(count, "image");
  }

  /** "1 thing" or "1,234 things". */
  public static String counted(long count, String thing) {
    return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }

  /** "Training", "Validation" or "Test". */
  public static String part(Split.Part part) {
    return switch (part) {
      case TRAIN -> "Training";
      case VALIDATION -> "Validation";
      case TEST -> "Test";
    };
  }
}
