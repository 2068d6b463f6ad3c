package axial.extensions.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalProjectsTest {

  private static final Pattern PLUGIN =
      Pattern.compile("<artifactId>([a-z-]+-plugin)</artifactId>\\s*<version>([^<]+)</version>");

  @TempDir Path temp;
  private LocalProjects projects = new LocalProjects(Path.of(""));

  @BeforeEach
  void bundles() throws Exception {
    Path bundles = Files.createDirectories(temp.resolve("bundles"));
    Files.writeString(bundles.resolve("axial.api-0.1.0.jar"), "the API");
    projects = new LocalProjects(bundles);
  }

  @Test
  void aProjectHasAllItsFilesUnderItsName() throws Exception {
    Path folder = projects.model("deep-mri2", temp.resolve("new/project"));
    assertThat(folder.resolve("lib/axial.api.jar")).hasContent("the API");
    assertThat(folder.resolve("pom.xml")).content().contains("lab.deep-mri2");
    assertThat(folder.resolve("src/main/java/lab/DeepMri2Net.java"))
        .content()
        .contains("class DeepMri2Net implements", "return \"deep-mri2\"");
    assertThat(folder.resolve("src/test/java/lab/DeepMri2NetTest.java")).exists();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(xml|java|md)")).toList()) {
        assertThat(file).content().doesNotContain("@name@", "@type@");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"my-net,MyNet", "string,StringNet", "net,Net", "a1-b2,A1B2Net"})
  void theClassIsNamedAfterTheModel(String name, String type) {
    assertThat(Template.type(name)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "My-Net", "1net", "a--b", "a-", "../a", "a b", "ä"})
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> projects.model(name, temp.resolve("p")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("\"" + name + "\"");
    assertThat(temp.resolve("p")).doesNotExist();
  }

  @Test
  void aFolderThatIsNotEmptyStaysAsItIs() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("p"));
    Files.writeString(folder.resolve("pom.xml"), "mine");
    assertThatThrownBy(() -> projects.model("my-net", folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nothing is overwritten");
    assertThat(folder.resolve("pom.xml")).hasContent("mine");
    assertThat(folder.resolve("lib")).doesNotExist();
  }

  @Test
  void theVersionsAreThoseThatAxialIsBuiltWith() throws Exception {
    String root = Files.readString(Path.of("../../pom.xml"));
    String made = Files.readString(projects.model("my-net", temp.resolve("p")).resolve("pom.xml"));
    Matcher plugin = PLUGIN.matcher(made);
    int plugins = 0;
    while (plugin.find()) {
      plugins++;
      String own = plugin.group(1).replaceAll("^maven-|-maven-plugin$|-plugin$", "");
      assertThat(root)
          .as(plugin.group(1))
          .containsPattern(
              "<(%s(-plugin)?\\.)?version>%s</".formatted(own, Pattern.quote(plugin.group(2))));
    }
    assertThat(plugins).isEqualTo(5);
    assertThat(root).contains("<artifactId>junit-bom</artifactId><version>5.11.4</version>");
    assertThat(made).contains("<version>5.11.4</version>");
  }
}
