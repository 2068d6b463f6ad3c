package axial.audit;

import java.util.List;

/**
 * A property of the files from which the class can be told, more or less, without a look at what
 * the picture shows.
 *
 * @param id short lower-case name, such as {@code size}
 * @param title for a person, such as "image size"
 * @param score of rules that were learned on four fifths of the images and asked about the rest
 * @param rule what was learned on all images, in words, one sentence each
 * @param telling whether it tells the class well above chance
 */
public record Shortcut(String id, String title, Score score, List<String> rule, boolean telling) {

  /** Copies the list. */
  public Shortcut {
    rule = List.copyOf(rule);
  }
}
