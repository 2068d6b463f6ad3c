package axial.data.split;

import axial.data.Labels;
import axial.job.Problem;
import axial.job.ProblemException;

/** Refuses parts that lack a class. */
record Completeness(Labels labels, Groups all) {

  /**
   * Makes sure that a part has every class.
   *
   * @param name of the part, such as "test part"
   * @param into what is split into, such as "80/5/15"
   * @param parts how many parts need the class
   */
  void require(Groups part, String name, String into, int parts) {
    for (int label = 0; label < labels.count(); label++) {
      if (part.count(label) == 0) {
        throw tooFew(label, name, into, parts);
      }
    }
  }

  private ProblemException tooFew(int label, String name, String into, int parts) {
    long images = all.count(label);
    long with = all.groupsWith(label);
    return ProblemException.of(
        Problem.Kind.INPUT,
        "Cannot split %d %s of class \"%s\"%s into %s: the %s would have none."
            .formatted(
                images,
                images == 1 ? "image" : "images",
                labels.name(label),
                with == images ? "" : " in " + with + (with == 1 ? " group" : " groups"),
                into,
                name),
        with < parts && with < images
            ? "Each class needs images in at least %s groups; group them otherwise or add some."
                .formatted(word(parts))
            : "Each class needs at least %s distinct images; add some.".formatted(word(parts)));
  }

  private static String word(int number) {
    return number == 2 ? "two" : number == 3 ? "three" : Integer.toString(number);
  }
}
