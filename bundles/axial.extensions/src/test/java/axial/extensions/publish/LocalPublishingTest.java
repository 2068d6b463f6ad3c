package axial.extensions.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extension.Catalogs.Release;
import axial.extensions.Lab;
import axial.extensions.LabJar;
import axial.extensions.catalog.KnownCatalogs;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPublishingTest {

  private static final List<String> FILES =
      List.of("catalog.json", "catalog.json.sig", "index.xml");

  @TempDir Path temp;

  private Lab lab;

  @BeforeEach
  void key() {
    lab = new Lab(temp.resolve("lab"), "lab");
  }

  private static LabJar net(String version) {
    return LabJar.of("lab.net", version).with("Import-Package", "axial.model;version=\"[1.3,2)\"");
  }

  private static void assertRefused(ThrowingCallable work, String part) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.INPUT);
              assertThat(refused.problem().summary()).contains(part);
            });
  }

  private long version() {
    return catalogs().look(lab.catalog().toUri(), Progress.none()).version();
  }

  private KnownCatalogs catalogs() {
    return new KnownCatalogs(temp.resolve("workspace"), Duration.ofSeconds(5));
  }

  @Test
  void aReleaseSaysWhatItsManifestSays() throws Exception {
    Release release = lab.publish(net("1.0.0"));
    assertThat(release.title()).isEqualTo("Net of the lab");
    assertThat(release.licence()).isEqualTo("MIT");
    assertThat(release.author()).isEqualTo("A lab");
    assertThat(release.needs()).containsExactly("axial.model 1.3");
    assertThat(catalogs().look(lab.catalog().toUri(), Progress.none()).name()).isEqualTo("catalog");
    assertThat(
            lab.publish(
                    net("1.1.0")
                        .without("Bundle-Vendor")
                        .with("Bundle-Developers", "one;name=\"A. One\",two;name=\"B. Two\""))
                .author())
        .isEqualTo("A. One, B. Two");
  }

  @Test
  void theVersionCountsChangesOnly() throws Exception {
    lab.publish(net("1.0.0"));
    assertThat(version()).isEqualTo(1);
    lab.publish(net("1.0.0"));
    assertThat(version()).isEqualTo(1);
    lab.publish(net("1.1.0"));
    assertThat(version()).isEqualTo(2);
  }

  @Test
  void whatWasPublishedNeverChanges() throws Exception {
    lab.publish(net("1.0.0"));
    assertRefused(() -> lab.publish(net("1.0.0").salted("other")), "lab.net 1.0.0 was published");
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    lab.publish(net("1.0.0"));
    Lab other = new Lab(temp.resolve("other"), "other");
    assertRefused(
        () ->
            new LocalPublishing()
                .publish(net("1.1.0").in(temp), lab.catalog(), other.key(), Optional.empty()),
        "is of another key, " + lab.fingerprint());
  }

  @Test
  void aCatalogThatOthersChangedIsRefused() throws Exception {
    lab.publish(net("1.0.0"));
    Path json = lab.catalog().resolve("catalog.json");
    Files.writeString(json, Files.readString(json).replace("A net", "No net"));
    assertRefused(() -> lab.publish(net("1.1.0")), "was changed after you signed it");
  }

  @Test
  void theSameStepsGiveTheSameBytes() throws Exception {
    List<byte[]> first = steps(temp.resolve("a"));
    List<byte[]> second = steps(temp.resolve("b"));
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).isEqualTo(second.get(i));
    }
  }

  private List<byte[]> steps(Path folder) throws IOException {
    for (String version : List.of("1.0.0", "1.1.0")) {
      new LocalPublishing().publish(net(version).in(temp), folder, lab.key(), Optional.of("Group"));
    }
    return List.of(
        Files.readAllBytes(folder.resolve("catalog.json")),
        Files.readAllBytes(folder.resolve("catalog.json.sig")),
        Files.readAllBytes(folder.resolve("index.xml")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aPublisherThatDiesBetweenTwoFilesGoesOn(int written) throws Exception {
    lab.publish(net("1.0.0"));
    List<byte[]> before = new java.util.ArrayList<>();
    for (String file : FILES) {
      before.add(Files.readAllBytes(lab.catalog().resolve(file)));
    }
    lab.publish(net("1.1.0"));
    // In the order of writing: the index, both signatures, the catalog, its signature alone.
    byte[] both =
        (Files.readString(lab.catalog().resolve("catalog.json.sig")) + new String(before.get(1)))
            .getBytes();
    if (written < 1) {
      Files.write(lab.catalog().resolve("index.xml"), before.get(2));
    }
    if (written < 4) {
      Files.write(lab.catalog().resolve("catalog.json.sig"), written < 2 ? before.get(1) : both);
    }
    if (written < 3) {
      Files.write(lab.catalog().resolve("catalog.json"), before.get(0));
    }
    lab.publish(net("1.1.0"));
    assertThat(catalogs().look(lab.catalog().toUri(), Progress.none()).releases()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bundle-Description", "Bundle-License", "Bundle-Vendor"})
  void aBundleThatDoesNotSayWhatOthersMustKnowIsRefused(String header) {
    assertRefused(() -> lab.publish(net("1.0.0").without(header)), header);
    assertThat(lab.catalog().resolve("catalog.json")).doesNotExist();
  }

  @Test
  void picturesTravelWithTheRelease() throws Exception {
    byte[] picture = {1, 2, 3};
    Release release =
        lab.publish(
            net("1.0.0")
                .with("Axial-Screenshots", "pictures/one.png")
                .entry("pictures/one.png", picture));
    assertThat(release.screenshots()).containsExactly("screenshots/lab.net-1.0.0/one.png");
    KnownCatalogs catalogs = catalogs();
    catalogs.add(lab.catalog().toUri(), lab.fingerprint(), Progress.none());
    Release known = catalogs.release(release.bundle().sha256()).orElseThrow();
    String path = known.screenshots().get(0);
    assertThat(catalogs.screenshot(known, path, Progress.none())).isEqualTo(picture);
    Files.write(lab.catalog().resolve(path), new byte[] {1, 2, 4});
    assertRefused(() -> catalogs.screenshot(known, path, Progress.none()), "was changed");
    assertRefused(
        () -> lab.publish(net("1.1.0").with("Axial-Screenshots", "none.png")), "none.png");
  }
}
