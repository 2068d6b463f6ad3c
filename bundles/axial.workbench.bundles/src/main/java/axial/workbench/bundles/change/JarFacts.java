package axial.workbench.bundles.change;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest of a jar says of it.
 *
 * @param symbolicName name of the bundle
 * @param version its version, 0.0.0 where it says none
 * @param licence as it says; empty where it says none
 */
record JarFacts(String symbolicName, String version, String licence) {

  /**
   * Reads a jar's manifest.
   *
   * @throws ProblemException of kind INPUT when it is no jar or no bundle
   */
  static JarFacts of(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      @Nullable Manifest manifest = file.getManifest();
      @Nullable String name = manifest == null ? null : value(manifest, "Bundle-SymbolicName");
      if (manifest == null || name == null) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            jar.getFileName() + " is a jar but no bundle: its manifest has no Bundle-SymbolicName.",
            "Build it with the manifest that docs/extension.md shows.");
      }
      @Nullable String version = value(manifest, "Bundle-Version");
      @Nullable String licence = value(manifest, "Bundle-License");
      return new JarFacts(
          safe(jar, name.replaceFirst(";.*", "").strip()),
          safe(jar, version == null ? "0.0.0" : version.strip()),
          licence == null ? "" : licence.replaceFirst(";.*", "").strip());
    } catch (IOException damaged) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              jar.getFileName() + " cannot be read as a jar.",
              "Choose the .jar file of a bundle."),
          damaged);
    }
  }

  /** The text, once it is sure that it is a name. */
  private static String safe(Path jar, String text) {
    if (!text.matches("[\\w.-]+")) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%s calls itself \"%s\", which is no name or version of a bundle."
              .formatted(jar.getFileName(), text),
          "Use letters, digits, dots, hyphens and underscores.");
    }
    return text;
  }

  private static @Nullable String value(Manifest manifest, String name) {
    Attributes attributes = manifest.getMainAttributes();
    return attributes.getValue(name);
  }
}
