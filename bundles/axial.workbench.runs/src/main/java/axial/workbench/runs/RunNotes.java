package axial.workbench.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a person noted of a run.
 *
 * @param text free text; may be empty
 * @param tags short words in lower case, each once
 */
record RunNotes(String text, List<String> tags) {

  static final RunNotes NONE = new RunNotes("", List.of());

  private static final int LONGEST_TEXT = 100_000;
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_TAG = 100;

  /** Cuts what is too long, cleans the tags and drops those that are there twice. */
  RunNotes {
    text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    tags =
        tags.stream()
            .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
            .filter(tag -> !tag.isEmpty())
            .map(tag -> tag.length() > LONGEST_TAG ? tag.substring(0, LONGEST_TAG) : tag)
            .distinct()
            .limit(MOST_TAGS)
            .toList();
  }

  /** Notes with tags as they are typed, separated by commas. */
  static RunNotes of(String text, String typedTags) {
    return new RunNotes(text, Arrays.asList(typedTags.split(",", -1)));
  }

  String typedTags() {
    return String.join(", ", tags);
  }

  boolean empty() {
    return text.isBlank() && tags.isEmpty();
  }
}
