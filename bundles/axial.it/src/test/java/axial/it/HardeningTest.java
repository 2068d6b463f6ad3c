package axial.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import axial.model.ModelFactory;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps files and hosts from elsewhere out, in each process that Axial starts. */
class HardeningTest {

  private static final String OURS = "axial..";
  private static final String CATALOGS = "axial.extensions.catalog..";

  /** The library of the docks writes and reads its layouts, which are the user's own. */
  private static final String LAYOUTS = "axial.workbench.dock..";

  @TempDir Path temp;

  private static JavaClasses all;

  @BeforeAll
  static void read() throws Exception {
    try (Stream<Path> list = Files.list(Axial.home().resolve("bundles"))) {
      all =
          new ClassFileImporter()
              .importPaths(
                  list.filter(folder -> !folder.getFileName().toString().startsWith("axial.lib"))
                      .filter(folder -> !folder.endsWith("axial.it"))
                      .map(folder -> folder.resolve("target/classes"))
                      .filter(Files::isDirectory)
                      .toList());
    }
  }

  @Test
  void onlyCatalogsUseTheNetwork() {
    noClasses()
        .that()
        .resideInAPackage(OURS)
        .and()
        .resideOutsideOfPackage(CATALOGS)
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(http\\..*|\\w*Socket|\\w*URLConnection)")
        .check(all);
  }

  @Test
  void onlyCatalogsReadXmlAndNobodyReadsObjects() {
    noClasses()
        .that()
        .resideInAPackage(OURS)
        .and()
        .resideOutsideOfPackages(CATALOGS, LAYOUTS)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "javax\\.xml\\.(stream|xpath|validation)\\..*|.*\\.SAX\\w*|.*\\.XMLReader")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(OURS)
        .should()
        .callMethod("javax.xml.parsers.DocumentBuilder", "parse", "java.io.InputStream")
        .orShould()
        .callMethod("javax.xml.parsers.DocumentBuilder", "parse", "java.io.File")
        .orShould()
        .callMethod("javax.xml.parsers.DocumentBuilder", "parse", "java.lang.String")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(OURS)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .check(all);
  }

  /** A model that writes down what its process refuses to deserialise. */
  private Path model(Path seen) throws Exception {
    return LabBundle.build(
        temp,
        "Looking",
        "1.0.0",
        ModelFactory.class,
        LabBundle.imports(),
        LabBundle.named("looking")
            + """
            public Looking() throws java.io.IOException {
              java.nio.file.Files.writeString(java.nio.file.Path.of("%s"),
                  System.getProperty("axial.command", "line")
                      + " [" + System.getProperty("javax.xml.accessExternalDTD") + "] "
                      + java.io.ObjectInputFilter.Config.getSerialFilter() + "\\n",
                  java.nio.file.StandardOpenOption.CREATE,
                  java.nio.file.StandardOpenOption.APPEND);
            }
            public Network network(Shape input, int classes, Settings settings) {
              return new Network("looking", input, List.of(new Layer.Flatten(),
                  new Layer.Dense(classes, Activation.SOFTMAX)),
                  Optimizer.Adam.keras(), Loss.CATEGORICAL_CROSS_ENTROPY);
            }
            """
                .formatted(seen));
  }

  @Test
  void eachProcessRefusesObjectsThatItDoesNotKnow() throws Exception {
    Path seen = temp.resolve("seen");
    Path jar = model(seen);
    Path workspace = temp.resolve("workspace");
    Cli.Result checked = Cli.axial(workspace, "extensions", "check", jar.toString());
    assertThat(checked.code()).as(checked.output()).isZero();
    assertThat(Cli.axial(workspace, "extensions", "install", jar.toString()).code()).isZero();
    Cli.Result trained =
        Cli.axial(
            workspace,
            "train looking --data phantom --set phantom.patients=24 --set run.input=16x16x1 --set"
                .concat(" run.explain=0 --set run.explainers=none --epochs 1 --isolated")
                .split(" "));
    assertThat(trained.code()).as(trained.output()).isZero();
    List<String> lines = Files.readAllLines(seen);
    assertThat(lines).allMatch(line -> line.endsWith(";java.base/*;!*"));
    assertThat(lines).allMatch(line -> line.contains(" [] "));
    assertThat(lines).extracting(line -> line.split(" ")[0]).contains("check", "line", "isolated");
  }
}
