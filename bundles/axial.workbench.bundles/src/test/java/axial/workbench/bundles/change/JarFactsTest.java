package axial.workbench.bundles.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFactsTest {

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
  void aJarIsKnownByItsManifest() throws IOException {
    Path jar =
        jar(
            "x.jar",
            "Bundle-SymbolicName",
            "lab.net;singleton:=true",
            "Bundle-Version",
            "1.2",
            "Bundle-License",
            "MIT;link=x");
    assertThat(JarFacts.of(jar)).isEqualTo(new JarFacts("lab.net", "1.2", "MIT"));
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
}
