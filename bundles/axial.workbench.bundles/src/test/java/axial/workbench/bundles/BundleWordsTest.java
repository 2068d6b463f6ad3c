package axial.workbench.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.ProblemException;
import axial.workbench.bundles.BundleInfo.Lifecycle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWordsTest {

  @TempDir Path folder;

  private Path jar(String name, String... headers) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    for (int i = 0; i < headers.length; i += 2) {
      manifest.getMainAttributes().putValue(headers[i], headers[i + 1]);
    }
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.flush();
    }
    return file;
  }

  @Test
  void aVersionRangeIsSaidInWords() {
    assertThat(
            FilterWords.named(
                "osgi.wiring.package",
                "(&(osgi.wiring.package=axial.model)(version>=1.0.0)(!(version>=2.0.0)))"))
        .isEqualTo("axial.model from 1.0.0 to below 2.0.0");
    assertThat(FilterWords.named("osgi.ee", "(osgi.ee=JavaSE)")).isEqualTo("JavaSE");
  }

  @Test
  void aJarIsKnownByItsManifest() throws IOException {
    Path jar =
        jar("x.jar", "Bundle-SymbolicName", "lab.net;singleton:=true", "Bundle-Version", "1.2");
    assertThat(JarFacts.of(jar)).isEqualTo(new JarFacts("lab.net", "1.2"));
  }

  @Test
  void aJarThatIsNoBundleIsRefusedByName() throws IOException {
    Path jar = jar("plain.jar");
    assertThatThrownBy(() -> JarFacts.of(jar))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("plain.jar is a jar but no bundle");
  }

  @Test
  void aNameThatLeadsOutOfTheFolderIsRefused() throws IOException {
    Path jar = jar("x.jar", "Bundle-SymbolicName", "../../evil");
    assertThatThrownBy(() -> JarFacts.of(jar)).hasMessageContaining("../../evil");
  }

  @Test
  void aPlugInIsReplacedWholeAndAnUnusedCopyIsDeleted() throws Exception {
    Path jar = jar("new.jar", "Bundle-SymbolicName", "lab.net");
    PluginFiles files = new PluginFiles(folder);
    Path own =
        Files.writeString(
            Files.createDirectories(folder.resolve("plugins")).resolve("lab.net.jar"), "former");
    assertThat(files.owns(own)).isTrue();
    assertThat(files.owns(jar)).isFalse();
    try (PluginFiles.Copy unused = files.copy(jar)) {
      unused.read(in -> assertThat(in).isNotNull());
    }
    assertThat(own).hasContent("former");
    try (PluginFiles.Copy copy = files.copy(jar)) {
      copy.replace(own);
    }
    assertThat(own).hasSameBinaryContentAs(jar);
    assertThat(folder.resolve("plugins")).isDirectoryContaining(own::equals);
    try (var left = Files.list(folder.resolve("plugins"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void detailsNameTheLicenceWithoutItsAddress() {
    List<DetailText.Section> sections =
        DetailText.of(new BundleRow(Examples.ZOO, List.of("final"), Optional.empty()));
    assertThat(sections)
        .contains(
            new DetailText.Section("Licence", List.of("Apache-2.0")),
            new DetailText.Section("Brings", List.of("Model compact", "Model final")),
            new DetailText.Section("Used by", List.of("The running training final")));
  }

  @Test
  void whatTheWindowNeedsIsGuardedToo() {
    BundleInfo look =
        Examples.bundle(
            9, "flat", Lifecycle.STARTED, List.of(), List.of(), List.of("axial.workbench", "x"));
    assertThat(Guarded.reason(look)).contains("It is needed by axial.workbench.");
    assertThat(Guarded.reason(Examples.ZOO)).isEmpty();
  }
}
