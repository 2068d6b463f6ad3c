package axial.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the structure, over the classes of all bundles. */
class ArchitectureTest {

  private static final Pattern ARROW =
      Pattern.compile("(\\w+)(?:\\[([\\w.]+)])? --> (\\w+)(?:\\[([\\w.]+)])?");

  /** Modules that are tested with, not shipped. */
  private static final List<String> NO_BUNDLES = List.of("axial.it", "axial.view.testing");

  /** Checks bundles, and notices there who touches Swing off its thread. */
  private static final String WATCHES_SWING = "axial.extensions.kit";

  private static final Pattern WINDOW =
      Pattern.compile("axial\\.(view|charts|figures|workbench.*)");

  private static Path classesOf(String bundle) {
    return Axial.home().resolve("bundles").resolve(bundle).resolve("target/classes");
  }

  private static JavaClasses read(String bundle) {
    return new ClassFileImporter().importPath(classesOf(bundle));
  }

  private static List<String> bundles() throws IOException {
    try (Stream<Path> list = Files.list(Axial.home().resolve("bundles"))) {
      return list.map(f -> f.getFileName().toString())
          .filter(name -> !name.startsWith("axial.lib") && !NO_BUNDLES.contains(name))
          .filter(name -> Files.isDirectory(classesOf(name)))
          .sorted()
          .toList();
    }
  }

  @Test
  void theApiImportsOnlyJavaAndHasNoCycles() {
    JavaClasses api = read("axial.api");
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "axial..", "org.osgi.annotation..", "org.jspecify.annotations..")
        .check(api);
    slices().matching("axial.(*)").should().beFreeOfCycles().check(api);
  }

  @Test
  void onlyTheEngineSeesDl4j() throws IOException {
    for (String bundle : bundles()) {
      if (!bundle.equals("axial.engine.dl4j")) {
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .allowEmptyShould(true)
            .check(read(bundle));
      }
    }
  }

  @Test
  void onlyThePredictionEngineSeesOnnxRuntime() throws IOException {
    for (String bundle : bundles()) {
      if (!bundle.equals("axial.predict.onnx")) {
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..")
            .allowEmptyShould(true)
            .check(read(bundle));
      }
    }
  }

  @Test
  void onlyImagesReportAndRunStoreUseAwtAndOnlyTheWindowUsesSwing() throws IOException {
    for (String bundle : bundles()) {
      if (WINDOW.matcher(bundle).matches()) {
        continue;
      }
      noClasses()
          .that()
          .resideOutsideOfPackage(WATCHES_SWING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..")
          .allowEmptyShould(true)
          .check(read(bundle));
      if (!List.of("axial.data", "axial.report", "axial.run").contains(bundle)) {
        noClasses()
            .that()
            .resideOutsideOfPackage(WATCHES_SWING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..")
            .allowEmptyShould(true)
            .check(read(bundle));
      }
    }
  }

  @Test
  void bundlesImportEachOtherAsTheDiagramShows() throws IOException {
    Map<String, TreeSet<String>> drawn = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    Matcher arrow = ARROW.matcher(Files.readString(Axial.home().resolve("docs/architecture.md")));
    while (arrow.find()) {
      if (arrow.group(2) != null) {
        names.put(arrow.group(1), arrow.group(2));
      }
      if (arrow.group(4) != null) {
        names.put(arrow.group(3), arrow.group(4));
      }
      if (names.containsKey(arrow.group(1)) && names.containsKey(arrow.group(3))) {
        drawn
            .computeIfAbsent(names.get(arrow.group(1)), b -> new TreeSet<>())
            .add(names.get(arrow.group(3)));
      }
    }
    Map<String, TreeSet<String>> built = new TreeMap<>();
    for (String bundle : bundles()) {
      if (!bundle.equals("axial.api") && !bundle.equals("axial.launcher")) {
        built.put(bundle, importsOf(bundle));
      }
    }
    assertThat(built).isEqualTo(drawn);
  }

  private static boolean hasClasses(Path folder) {
    String[] names = folder.toFile().list((parent, name) -> name.endsWith(".class"));
    return names != null && names.length > 0;
  }

  private static TreeSet<String> importsOf(String bundle) {
    List<String> targets = new ArrayList<>();
    read(bundle)
        .forEach(
            type ->
                type.getDirectDependenciesFromSelf()
                    .forEach(d -> targets.add(d.getTargetClass().getPackageName())));
    TreeSet<String> imports = new TreeSet<>();
    for (String name : targets) {
      if (Files.isDirectory(classesOf(bundle).resolve(name.replace('.', '/')))
          && hasClasses(classesOf(bundle).resolve(name.replace('.', '/')))) {
        continue;
      }
      if (Files.isDirectory(classesOf("axial.api").resolve(name.replace('.', '/')))) {
        if (name.matches("axial\\.(audit|data|eval|explain|extension|job|model|run|train)")) {
          imports.add("axial.api");
        }
      } else if (name.matches("axial\\.view(\\.\\w+)?")) {
        imports.add("axial.view");
      } else if (name.equals("axial.chart")) {
        imports.add("axial.charts");
      } else if (name.startsWith("com.formdev.flatlaf")) {
        imports.add("axial.lib.flatlaf");
      } else if (name.startsWith("io.github.andrewauclair")) {
        imports.add("axial.lib.docking");
      } else if (name.startsWith("org.jfree")) {
        imports.add("axial.lib.jfreechart");
      } else if (name.startsWith("org.nd4j") || name.startsWith("org.deeplearning4j")) {
        imports.add("axial.lib.dl4j");
      } else if (name.startsWith("ai.onnxruntime")) {
        imports.add("axial.lib.onnxruntime");
      } else if (name.startsWith("axial.")) {
        imports.add("another bundle's " + name);
      }
    }
    return imports;
  }
}
