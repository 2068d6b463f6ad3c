package axial.lime;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label picture of scikit-image.
 *
 * @param segmenter with the parameters in the picture's name
 */
record Reference(Path file, Segmenter segmenter) {

  private static final Pattern NAME =
      Pattern.compile(
          "(?:\\w+-)?(quickshift|slic|felzenszwalb)_([\\d.]+)_([\\d.]+)_([\\d.]+?)(?:_seed\\d+)?\\.png");

  /** The reference in a file, if its name says that it is one. */
  static Optional<Reference> of(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    double a = Double.parseDouble(name.group(2));
    double b = Double.parseDouble(name.group(3));
    double c = Double.parseDouble(name.group(4));
    return Optional.of(
        new Reference(
            file,
            switch (name.group(1)) {
              case "slic" -> new Slic((int) a, b, c);
              case "felzenszwalb" -> new Felzenszwalb(a, b, (int) c);
              default -> new Quickshift(a, b, c);
            }));
  }
}
