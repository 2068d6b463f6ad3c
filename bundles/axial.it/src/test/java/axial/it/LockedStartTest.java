package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.extension.BundleName;
import axial.extension.LockedBundle;
import axial.model.ModelFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axial starts with the extensions that the workspace has locked, and with no others. */
class LockedStartTest {

  @TempDir Path temp;

  private Path workspace;
  private Path extensions;

  @BeforeEach
  void places() throws Exception {
    workspace = temp.resolve("workspace");
    extensions = Files.createDirectories(workspace.resolve("extensions"));
  }

  private LockedBundle net(String version, int units) throws Exception {
    return LockedSet.store(extensions, LabBundle.net(temp, version, units));
  }

  private void lock(LockedBundle... lines) throws Exception {
    List<String> text = new ArrayList<>();
    text.add("# Axial extensions, format 1");
    text.add("# made by a test");
    for (LockedBundle line : lines) {
      text.add(
          String.join(
              "\t",
              line.name().symbolicName(),
              line.name().version(),
              line.sha256(),
              Long.toString(line.bytes()),
              line.origin().map(LockedBundle.Origin::catalog).orElse("-"),
              line.origin().map(LockedBundle.Origin::publisher).orElse("-")));
    }
    Files.write(extensions.resolve("extensions.lock"), text);
  }

  private String models(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of(more));
    words.add("bundles");
    Cli.Result result = Cli.axial(workspace, words.toArray(String[]::new));
    assertThat(result.code()).as(result.output()).isZero();
    return result.output();
  }

  @Test
  void aLockedExtensionIsStartedAndNotInSafeMode() throws Exception {
    lock(net("1.0.0", 3));
    assertThat(models()).contains("lab-net").doesNotContain("axial: ");
    assertThat(models("--safe-mode")).doesNotContain("lab-net", "lab.labnet");
  }

  @Test
  void aChangedJarIsSetAsideWithOneSentenceAndTheOthersStart() throws Exception {
    LockedBundle good = net("1.0.0", 3);
    LockedBundle bad = LockedSet.store(extensions, LabBundle.library(temp, "1.0.0", 3));
    LockedBundle missing =
        new LockedBundle(new BundleName("lab.lost", "1.0.0"), "0".repeat(64), 3, Optional.empty());
    lock(good, bad, missing);
    Path jar = extensions.resolve("store").resolve(bad.sha256() + ".jar");
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2] ^= 1;
    Files.write(jar, bytes);
    assertThat(models())
        .contains("lab-net")
        .contains(
            "axial: The extension lab.library 1.0.0 was set aside. Its jar was changed after it"
                + " was installed; install it again.")
        .contains("axial: The extension lab.lost 1.0.0 was set aside. Its jar is missing");
  }

  @Test
  void anExtensionOfARevokedPublisherIsNotStarted() throws Exception {
    LockedBundle line = net("1.0.0", 3);
    lock(
        new LockedBundle(
            line.name(),
            line.sha256(),
            line.bytes(),
            Optional.of(new LockedBundle.Origin("file:/catalog", "ab:cd"))));
    assertThat(models()).contains("lab-net");
    Files.createDirectories(workspace.resolve("trust"));
    Files.writeString(workspace.resolve("trust/revoked"), "# no more\nab:cd\n");
    assertThat(models()).contains("publisher ab:cd is trusted no more").doesNotContain("lab-net");
  }

  @Test
  void aDamagedLockFileStartsNoExtension() throws Exception {
    lock(net("1.0.0", 3));
    Path file = extensions.resolve("extensions.lock");
    Files.writeString(file, Files.readString(file) + "lab.half\t1.0");
    assertThat(models()).contains("is no lock file").doesNotContain("lab-net");
  }

  @Test
  void aBundleThatHangsIsSetAsideAndTheOthersStart() throws Exception {
    Path hanging =
        LabBundle.build(
            temp,
            "Hanging",
            "1.0.0",
            org.osgi.framework.BundleActivator.class,
            LabBundle.imports() + ",org.osgi.framework",
            """
            public void start(org.osgi.framework.BundleContext context) throws Exception {
              Thread.sleep(600000);
            }
            public void stop(org.osgi.framework.BundleContext context) {}
            """,
            List.of("Bundle-Activator: lab.Hanging"));
    lock(LockedSet.store(extensions, hanging), net("1.0.0", 3));
    ProcessBuilder builder =
        Cli.command(Path.of(System.getProperty("java.home")), workspace, "bundles");
    builder.command().add(1, "-Daxial.extensions.deadline=1000");
    Cli.Result result = Cli.run(builder);
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output())
        .contains("lab.hanging 1.0.0 was set aside: It did not come up within 1 seconds.")
        .contains("lab-net");
  }

  @Test
  void aLockedExtensionTakesThePlaceOfABuiltInBundle() throws Exception {
    Path zoo = Axial.jar("axial.zoo");
    lock(LockedSet.store(extensions, zoo));
    String told = models();
    assertThat(told.lines().filter(line -> line.startsWith("axial.zoo ")).count()).isEqualTo(1);
    assertThat(told).contains(ModelFactory.class.getSimpleName(), "compact");
  }
}
