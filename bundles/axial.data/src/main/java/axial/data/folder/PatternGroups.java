package axial.data.folder;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Groups images by what the first group of a pattern matches in their paths. */
record PatternGroups(Pattern pattern) implements Grouping {

  @Override
  public Groups of(List<String> sources) {
    return Groups.by(sources, this::groupOf, "The group setting matches");
  }

  private Optional<String> groupOf(String source) {
    try {
      Matcher matcher = pattern.matcher(new BoundedText(source));
      return matcher.find()
          ? Optional.ofNullable(matcher.group(1)).filter(name -> !name.isBlank())
          : Optional.empty();
    } catch (StackOverflowError tooDeep) {
      throw BoundedText.tooSlow(source);
    }
  }
}
