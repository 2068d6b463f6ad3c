package axial.data;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One labelled picture of a data set.
 *
 * @param id {@link Pixels#contentId()} of its pixels: equal pixels, equal id, whatever the file
 * @param source where it came from, unique in its data set: a path relative to the folder, with
 *     forward slashes
 * @param label index into the data set's {@link Labels}
 * @param group what must not be torn apart by a split, such as a patient; the source when unknown
 * @param attributes what else is known, such as plane, weighting, width, height, format
 */
public record Sample(
    String id, String source, int label, String group, Map<String, String> attributes) {

  /** Checks the fields and copies the attributes in the order of their names. */
  public Sample {
    if (id.isBlank() || source.isBlank() || group.isBlank() || label < 0) {
      throw new IllegalArgumentException(
          "A sample needs an id, a source, a group and a label from 0 on; these are \"%s\", \"%s\", \"%s\", %d."
              .formatted(id, source, group, label));
    }
    attributes = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(attributes)));
  }
}
