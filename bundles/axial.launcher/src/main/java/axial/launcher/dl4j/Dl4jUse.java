package axial.launcher.dl4j;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * Whether a bundle uses DL4J: by its imports, by imports that take whatever is asked for, by
 * carrying classes of it, or by naming them in its own. Nothing of the bundle is run or resolved.
 * The launcher asks, and so does what installs extensions, whose bundle has a copy of this package.
 */
public final class Dl4jUse {

  private static final Pattern PACKAGE = Pattern.compile("org\\.(deeplearning4j|nd4j)\\b[\\w.]*");
  private static final Pattern ENTRY =
      Pattern.compile("(.*/)?org/(deeplearning4j|nd4j)/.*\\.class");
  private static final Pattern NAMED = Pattern.compile("org[./](deeplearning4j|nd4j)[./]");
  private static final Pattern ANY = Pattern.compile("(?:^|[,;])\\s*(\\*|org\\.\\*)\\s*(?=[,;]|$)");
  private static final Pattern OF_AXIAL = Pattern.compile("\\baxial\\.(lib|engine)\\.dl4j\\b");
  private static final int MOST = 100_000_000;
  private static final int DEEPEST = 2;

  private Dl4jUse() {}

  /** What of DL4J a bundle uses, to stand in brackets; nothing for none. */
  public static Optional<String> of(Bundle bundle) {
    return declared(bundle).or(() -> inFolder(bundle, "/"));
  }

  /** The same by the manifest alone. */
  public static Optional<String> declared(Bundle bundle) {
    for (String name : List.of(Constants.IMPORT_PACKAGE, Constants.DYNAMICIMPORT_PACKAGE)) {
      Matcher found = PACKAGE.matcher(header(bundle, name));
      if (found.find()) {
        return Optional.of("it imports " + found.group());
      }
    }
    for (String name : List.of(Constants.REQUIRE_BUNDLE, Constants.FRAGMENT_HOST)) {
      Matcher found = OF_AXIAL.matcher(header(bundle, name));
      if (found.find()) {
        return Optional.of("it joins " + found.group());
      }
    }
    Matcher any = ANY.matcher(header(bundle, Constants.DYNAMICIMPORT_PACKAGE));
    return any.find()
        ? Optional.of("its DynamicImport-Package \"%s\" takes them too".formatted(any.group(1)))
        : Optional.empty();
  }

  private static String header(Bundle bundle, String name) {
    return Objects.requireNonNullElse(bundle.getHeaders("").get(name), "");
  }

  private static Optional<String> inFolder(Bundle bundle, String folder) {
    @Nullable Enumeration<String> paths = bundle.getEntryPaths(folder);
    for (String path : paths == null ? List.<String>of() : Collections.list(paths)) {
      Optional<String> found = path.endsWith("/") ? inFolder(bundle, path) : inEntry(bundle, path);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inEntry(Bundle bundle, String path) {
    @Nullable URL entry = wanted(path) ? bundle.getEntry(path) : null;
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = entry.openStream()) {
      return in(path, in.readNBytes(MOST), 0);
    } catch (IOException unreadable) {
      return Optional.of(path + " cannot be read");
    }
  }

  private static boolean wanted(String path) {
    return path.endsWith(".class") || path.endsWith(".jar");
  }

  private static Optional<String> in(String path, byte[] bytes, int depth) throws IOException {
    if (ENTRY.matcher(path).matches()) {
      return Optional.of("it carries " + path);
    }
    if (path.endsWith(".class")) {
      return NAMED.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find()
          ? Optional.of(path + " names them")
          : Optional.empty();
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (@Nullable ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (wanted(e.getName()) && depth < DEEPEST) {
          Optional<String> found = in(e.getName(), zip.readNBytes(MOST), depth + 1);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }
}
