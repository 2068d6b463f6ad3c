package axial.extensions.project;

import axial.extension.Projects;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Writes projects, with the API of this Axial in them. */
@Component
public final class LocalProjects implements Projects {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 40;
  private static final Pattern API = Pattern.compile("axial\\.api-.*\\.jar");

  private final Path bundles;

  /** Projects for the Axial of this framework. */
  @Activate
  public LocalProjects(BundleContext framework) {
    this(Path.of(Optional.ofNullable(framework.getProperty("axial.bundles")).orElse("bundles")));
  }

  LocalProjects(Path bundles) {
    this.bundles = bundles;
  }

  @Override
  public Path model(String name, Path wanted) {
    if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A model cannot be named \"%s\".".formatted(name),
          "Use small letters and digits, words joined by \"-\", at most %d in all, such as my-net."
              .formatted(LONGEST));
    }
    Path folder = wanted.toAbsolutePath().normalize();
    try {
      requireFree(folder);
      Path lib = Files.createDirectories(folder.resolve("lib"));
      new Template(name).write(folder);
      Files.copy(api(), lib.resolve("axial.api.jar"));
      return folder;
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The project cannot be written in %s (%s)."
                  .formatted(folder, broken.getClass().getSimpleName()),
              "Check its rights, or choose another folder with --to."),
          broken);
    }
  }

  private static void requireFree(Path folder) throws IOException {
    boolean free = !Files.exists(folder);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        free = inside.findAny().isEmpty();
      }
    }
    if (!free) {
      throw ProblemException.of(
          Problem.Kind.OUTPUT,
          "There is something in %s already, and nothing is overwritten.".formatted(folder),
          "Choose a new folder with --to.");
    }
  }

  private Path api() throws IOException {
    try (Stream<Path> jars = Files.list(bundles)) {
      return jars.filter(jar -> API.matcher(jar.getFileName().toString()).matches())
          .findFirst()
          .orElseThrow(() -> new IOException("There is no axial.api in " + bundles));
    }
  }
}
