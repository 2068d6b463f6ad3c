package axial.extensions.publish;

import axial.extension.BundleName;
import axial.extensions.catalog.CatalogFile;
import axial.extensions.disk.Hash;
import axial.extensions.jar.JarContents;
import axial.extensions.resolve.Needs;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the manifest of a bundle tells people about it.
 *
 * @param title {@code Bundle-Name}, else the symbolic name
 * @param text {@code Bundle-Description}
 * @param licence SPDX identifier, the first of {@code Bundle-License}
 * @param author {@code Bundle-Vendor}, else the names of {@code Bundle-Developers}
 * @param needs what the bundle requires, in words
 * @param pictures those that {@code Axial-Screenshots} names, paths in the jar with commas between
 */
record Description(
    String title,
    String text,
    String licence,
    String author,
    List<String> needs,
    List<Picture> pictures) {

  private static final int MOST_PICTURES = 6;
  private static final int MOST_PICTURE = 5_000_000;
  private static final Pattern PICTURE = Pattern.compile("[\\w-][\\w.-]*\\.(png|jpg|jpeg)");
  private static final Pattern NAME = Pattern.compile("name=\"?([^\",;]+)\"?");

  Description {
    needs = List.copyOf(needs);
    pictures = List.copyOf(pictures);
  }

  /** A picture and its path in the catalog. */
  static final class Picture {
    private final String path;
    private final byte[] bytes;

    Picture(String path, byte[] bytes) {
      this.path = path;
      this.bytes = bytes;
    }

    String path() {
      return path;
    }

    byte[] bytes() {
      return bytes;
    }

    CatalogFile.Screenshot entry() {
      return new CatalogFile.Screenshot(
          path, new CatalogFile.Content(Hash.of(bytes), bytes.length));
    }
  }

  /**
   * Reads it.
   *
   * @throws ProblemException of kind INPUT that names the header that is missing or wrong
   */
  static Description of(Path jar, JarContents contents) {
    BundleName name = contents.described().name();
    String licence =
        needed(jar, contents.header("Bundle-License"), "Bundle-License: MIT, or another licence")
            .replaceFirst("[;,].*", "")
            .strip();
    Optional<String> author =
        contents
            .header("Bundle-Vendor")
            .or(() -> contents.header("Bundle-Developers").map(Description::developers));
    return new Description(
        contents.header("Bundle-Name").orElse(name.symbolicName()),
        needed(
            jar,
            contents.header("Bundle-Description"),
            "Bundle-Description: and a sentence for researchers"),
        licence,
        needed(jar, author, "Bundle-Vendor: and who made it"),
        Needs.of(contents.described()),
        pictures(jar, name, contents.header("Axial-Screenshots").orElse("")));
  }

  private static String needed(Path jar, Optional<String> value, String header) {
    return value
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT,
                    "The manifest of %s does not say what others must know: %s."
                        .formatted(jar, header.replaceFirst(":.*", "")),
                    "Add to bnd.bnd the line \"%s\".".formatted(header)));
  }

  /** The names of developers, or their identifiers where they have none. */
  private static String developers(String header) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(header);
    while (matcher.find()) {
      names.add(matcher.group(1).strip());
    }
    return names.isEmpty() ? header.replaceFirst("[;,].*", "").strip() : String.join(", ", names);
  }

  private static List<Picture> pictures(Path jar, BundleName name, String header) {
    List<Picture> pictures = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String path = part.strip();
      if (path.isEmpty()) {
        continue;
      }
      String file = path.substring(path.lastIndexOf('/') + 1);
      try {
        Optional<byte[]> bytes = JarContents.entry(jar, path, MOST_PICTURE);
        if (bytes.isEmpty()
            || !PICTURE.matcher(file).matches()
            || pictures.size() == MOST_PICTURES) {
          throw ProblemException.of(
              Problem.Kind.INPUT,
              "The picture \"%s\" of %s cannot be published.".formatted(path, jar),
              "Axial-Screenshots names up to %d files .png or .jpg in the jar, of at most %d bytes."
                  .formatted(MOST_PICTURES, MOST_PICTURE));
        }
        pictures.add(
            new Picture(
                "screenshots/%s-%s/%s".formatted(name.symbolicName(), name.version(), file),
                bytes.get()));
      } catch (IOException broken) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The jar %s cannot be read (%s).".formatted(jar, broken.getClass().getSimpleName()),
            "Build it again.");
      }
    }
    return pictures;
  }

  /** How the release is listed. */
  CatalogFile.ReleaseEntry release(
      BundleName name, CatalogFile.Content content, List<CatalogFile.Screenshot> screenshots) {
    return new CatalogFile.ReleaseEntry(
        name.symbolicName(),
        name.version(),
        content,
        title,
        text,
        needs,
        licence,
        author,
        screenshots);
  }
}
