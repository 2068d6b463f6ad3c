package axial.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extensions.LabJar;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarContentsTest {

  @TempDir Path temp;

  private static JarContents read(Path jar) {
    return JarContents.read(jar, jar.getFileName().toString(), Progress.none());
  }

  private static void assertRefused(Path jar, String part) {
    assertThatThrownBy(() -> read(jar))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("The jar ")
        .hasMessageContaining(part);
  }

  @Test
  void aBundleSaysWhatItIs() throws Exception {
    JarContents contents = read(LabJar.of("lab.net", "1.2").in(temp));
    assertThat(contents.described().name()).hasToString("lab.net 1.2.0");
    assertThat(contents.header("Bundle-Vendor")).contains("A lab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside.txt", "a/../../b", "/etc/passwd", "C:/x", "a\\..\\b", "a/.."})
  void anEntryThatLeadsOutIsRefused(String name) throws Exception {
    assertRefused(LabJar.of("lab.net", "1.0.0").entry(name, new byte[1]).in(temp), "leads out");
  }

  @Test
  void aBombIsRefusedAfterAFewBytesOfIt() throws Exception {
    Path bomb = temp.resolve("bomb.jar");
    try (OutputStream file = Files.newOutputStream(bomb);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(9);
      byte[] zeros = new byte[1 << 20];
      for (int part = 0; part < 4; part++) {
        zip.putNextEntry(new ZipEntry("zeros-" + part));
        for (int i = 0; i < 64; i++) {
          zip.write(zeros);
        }
      }
    }
    assertThat(Files.size(bomb)).isLessThan(300_000);
    assertRefused(bomb, "unpacks to more than");
  }

  @Test
  void theSameEntryTwiceIsRefused() throws Exception {
    byte[] jar =
        LabJar.of("lab.net", "1.0.0")
            .entry("a1.txt", new byte[1])
            .entry("a2.txt", new byte[2])
            .bytes();
    for (int i = 0; i + 6 < jar.length; i++) {
      if (jar[i] == 'a' && jar[i + 1] == '2' && jar[i + 2] == '.') {
        jar[i + 1] = '1';
      }
    }
    assertRefused(Files.write(temp.resolve("twice.jar"), jar), "twice");
    assertRefused(
        LabJar.of("lab.net", "1.0.0").entry("meta-inf/manifest.mf", new byte[1]).in(temp), "twice");
  }

  @Test
  void whatIsNoBundleIsRefused() throws Exception {
    assertRefused(Files.writeString(temp.resolve("text.jar"), "no jar"), "is no whole jar");
    assertRefused(
        LabJar.of("lab.net", "1.0.0").without("Bundle-SymbolicName").in(temp),
        "no Bundle-SymbolicName");
    byte[] whole = LabJar.of("lab.net", "1.0.0").bytes();
    assertRefused(
        Files.write(temp.resolve("half.jar"), java.util.Arrays.copyOf(whole, whole.length / 2)),
        "is no whole jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Import-Package: a;version=\"[1,2\"",
        "Export-Package: a;version=x",
        "Require-Capability: a;filter:=\"(((\"",
        "Import-Package: ;version=1",
        "Bundle-Version: one",
        "Import-Package: a;version=\"1",
        "Provide-Capability: a;x:Colour=red",
        "Bundle-ManifestVersion: 1"
      })
  void aManifestThatOsgiWouldNotReadIsRefused(String header) throws IOException {
    String[] parts = header.split(": ", 2);
    assertRefused(LabJar.of("lab.net", "1.0.0").with(parts[0], parts[1]).in(temp), "manifest");
  }
}
