package axial.extensions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extension.Catalogs.Catalog;
import axial.extensions.Lab;
import axial.extensions.LabJar;
import axial.extensions.disk.Hash;
import axial.extensions.trust.KeyFile;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A catalog is believed as far as it is signed by the key that the user accepted. */
class KnownCatalogsTest {

  @TempDir Path temp;

  private Lab lab;
  private KnownCatalogs catalogs;
  private URI address;

  @BeforeEach
  void publish() throws Exception {
    lab = new Lab(temp.resolve("lab"), "lab");
    lab.publish(LabJar.of("lab.net", "1.0.0"));
    address = lab.catalog().toUri();
    catalogs = catalogs();
  }

  private KnownCatalogs catalogs() {
    return new KnownCatalogs(temp.resolve("workspace"), Duration.ofSeconds(5));
  }

  private Catalog add() {
    return catalogs.add(address, lab.fingerprint(), Progress.none());
  }

  private Catalog refreshed() {
    List<Catalog> all = catalogs.refresh(Progress.none());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static void assertRefused(ThrowingCallable attack, String... parts) {
    assertThatThrownBy(attack)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.INPUT);
              assertThat(refused.problem().summary()).contains(parts).endsWith(".");
              assertThat(refused.problem().remedy()).isNotBlank();
            });
  }

  /** The last good state is kept, and the reason why there is no newer one is told. */
  private void assertKept(Catalog catalog, String... parts) {
    assertThat(catalog.trouble()).contains(parts);
    assertThat(catalog.releases())
        .extracting(release -> release.bundle().name().toString())
        .containsExactly("lab.net 1.0.0");
    assertThat(catalogs().list().get(0).releases()).hasSize(1);
  }

  /** What someone else would sign in the lab's place. */
  private void sign(Path key) {
    Path json = lab.catalog().resolve("catalog.json");
    try {
      Files.write(
          lab.catalog().resolve("catalog.json.sig"),
          KeyFile.read(key).sign(Files.readAllBytes(json)).bytes());
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private void rewrite(String file, String from, String to) throws Exception {
    Path path = lab.catalog().resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  /** The publisher signs what it has, whatever that is. */
  private void indexed(byte[] index) throws Exception {
    Path json = lab.catalog().resolve("catalog.json");
    Files.write(lab.catalog().resolve("index.xml"), index);
    Files.writeString(
        json,
        Files.readString(json)
            .replaceFirst(
                "(?s)\"index\" : \\{.*?}",
                "\"index\" : {\"sha256\" : \"%s\", \"bytes\" : %d}"
                    .formatted(Hash.of(index), index.length)));
    sign(lab.key());
  }

  @Test
  void theFingerprintIsShownOnceAndThenKept() {
    Catalog seen = catalogs.look(address, Progress.none());
    assertThat(seen.publisher()).isEqualTo(lab.fingerprint());
    assertThat(catalogs.list()).isEmpty();
    Catalog added = add();
    assertThat(added.version()).isEqualTo(1);
    assertThat(added.releases().get(0).licence()).isEqualTo("MIT");
    assertThat(catalogs().list()).isEqualTo(List.of(added));
    assertThat(temp.resolve("workspace/trust/publishers/" + lab.fingerprint() + ".pub")).exists();
  }

  @Test
  void anotherFingerprintThanTheOneThatWasToldIsRefused() {
    String other = new Lab(temp.resolve("other"), "other").fingerprint();
    assertRefused(() -> catalogs.add(address, other, Progress.none()), "is signed by the key");
    assertThat(catalogs.list()).isEmpty();
  }

  @Test
  void aNewVersionIsTakenAndOldCopiesGo() throws Exception {
    add();
    lab.publish(LabJar.of("lab.net", "1.1.0"));
    assertThat(refreshed().releases()).hasSize(2);
    assertThat(temp.resolve("workspace/trust/copies").toFile().list()).hasSize(1);
  }

  @Test
  void anUnsignedCatalogIsRefused() throws Exception {
    Files.delete(lab.catalog().resolve("catalog.json.sig"));
    assertRefused(() -> catalogs.look(address, Progress.none()), "is not signed");
    Files.writeString(lab.catalog().resolve("catalog.json.sig"), "trust me\n");
    assertRefused(this::add, "has a signature that is none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog.json", "catalog.json.sig", "index.xml"})
  void aChangedByteIsRefused(String file) throws Exception {
    add();
    lab.publish(LabJar.of("lab.net", "1.1.0"));
    Path path = lab.catalog().resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    bytes[20] ^= 1;
    Files.write(path, bytes);
    assertKept(refreshed(), "The catalog " + address);
    assertRefused(() -> catalogs.look(address, Progress.none()), "The catalog " + address);
  }

  @Test
  void aCatalogOfAnotherKeyIsRefused() throws Exception {
    add();
    Lab other = new Lab(temp.resolve("other"), "other");
    other.publish(LabJar.of("lab.net", "9.0.0"));
    for (String file : List.of("catalog.json", "catalog.json.sig", "index.xml")) {
      Files.copy(
          other.catalog().resolve(file),
          lab.catalog().resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    assertKept(refreshed(), "by another key, " + other.fingerprint());
  }

  @Test
  void aCatalogThatNamesTheTrustedKeyAndIsSignedByAnotherIsRefused() throws Exception {
    add();
    rewrite("catalog.json", "\"version\" : 1,", "\"version\" : 2,");
    sign(new Lab(temp.resolve("other"), "other").key());
    assertKept(refreshed(), "was changed after it was signed");
    assertRefused(() -> catalogs.look(address, Progress.none()), "signature of its own key");
  }

  @Test
  void aRevokedKeyIsRefusedEverywhere() {
    add();
    catalogs.revoke(lab.fingerprint());
    assertRefused(() -> catalogs.look(address, Progress.none()), "has revoked");
    assertRefused(this::add, "has revoked");
    assertThat(refreshed().trouble()).contains("has revoked");
    assertThat(refreshed().releases()).isEmpty();
    assertThat(catalogs.all()).isEmpty();
    assertThat(catalogs().all()).isEmpty();
  }

  @Test
  void anOlderCatalogIsRefused() throws Exception {
    Path old = temp.resolve("old");
    Files.createDirectories(old);
    List<String> files = List.of("catalog.json", "catalog.json.sig", "index.xml");
    for (String file : files) {
      Files.copy(lab.catalog().resolve(file), old.resolve(file));
    }
    lab.publish(LabJar.of("lab.net", "1.1.0"));
    add();
    for (String file : files) {
      Files.copy(
          old.resolve(file), lab.catalog().resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Catalog kept = refreshed();
    assertThat(kept.trouble()).contains("has version 1 and had version 2 already");
    assertThat(kept.releases()).hasSize(2);
    assertRefused(this::add, "had version 2 already");
  }

  @Test
  void twoCatalogsOfOneVersionAreRefused() throws Exception {
    add();
    rewrite("catalog.json", "A net for tests.", "A net for tasks.");
    sign(lab.key());
    assertKept(refreshed(), "has changed without a new version");
  }

  @Test
  void jsonThatIsNoneIsRefusedEvenWhenItIsSigned() throws Exception {
    String json = Files.readString(lab.catalog().resolve("catalog.json"));
    for (String broken :
        List.of(
            "{",
            "[]",
            "{\"format\" : 2}",
            json.replace("\"name\"", "\"@class\" : \"java.lang.Object\", \"name\""),
            json.replace("\"version\" : 1,", "\"version\" : 1, \"version\" : 2,"),
            json.replace("\"name\" : \"catalog\"", "\"name\" : null"),
            "[".repeat(100_000),
            json.replaceFirst("\"lab.net\"", "\"../../lab.net\""))) {
      Files.writeString(lab.catalog().resolve("catalog.json"), broken);
      sign(lab.key());
      assertRefused(() -> catalogs.look(address, Progress.none()), "The catalog " + address);
    }
  }

  @Test
  void xmlWithADocumentTypeOrEntitiesIsRefusedEvenWhenItIsSigned() throws Exception {
    Path secret = Files.writeString(temp.resolve("secret"), "secret");
    String index = Files.readString(lab.catalog().resolve("index.xml"));
    String entity =
        "<!DOCTYPE repository [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri())
            + index
                .substring(index.indexOf("<repository"))
                .replace("value=\"lab.net\"", "value=\"&x;\"");
    String laughs =
        "<!DOCTYPE repository [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
            + index.substring(index.indexOf("<repository"));
    for (String broken : List.of(entity, laughs, "<repository/>", "<a>", "", index + "<more/>")) {
      indexed(broken.getBytes(StandardCharsets.UTF_8));
      assertRefused(() -> catalogs.look(address, Progress.none()), "index.xml");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../outside.jar", "/etc/passwd", "http://example.org/a.jar", "jars/other.jar"})
  void aJarThatLiesElsewhereIsRefused(String path) throws Exception {
    String index = Files.readString(lab.catalog().resolve("index.xml"));
    indexed(index.replace("jars/lab.net-1.0.0.jar", path).getBytes(StandardCharsets.UTF_8));
    assertRefused(this::add, path);
  }

  @Test
  void anIndexAndReleasesThatDoNotAgreeAreRefused() throws Exception {
    rewrite("catalog.json", "\"title\" : \"Net", "\"title\" : \"Not");
    sign(lab.key());
    catalogs.look(address, Progress.none());
    String index = Files.readString(lab.catalog().resolve("index.xml"));
    indexed(
        index.replaceAll("(?s)  <resource>.*</resource>\n", "").getBytes(StandardCharsets.UTF_8));
    assertRefused(this::add, "do not agree");
  }

  @Test
  void aLinkOutOfTheCatalogIsNotFollowed() throws Exception {
    Path secret = Files.writeString(temp.resolve("secret"), "{}");
    Files.delete(lab.catalog().resolve("index.xml"));
    Files.createSymbolicLink(lab.catalog().resolve("index.xml"), secret);
    assertRefused(this::add, "leads out of the catalog");
  }

  @Test
  void aCatalogThatIsGoneKeepsItsLastGoodState() throws Exception {
    add();
    Files.move(lab.catalog(), temp.resolve("moved"));
    assertKept(refreshed(), "cannot be read");
    Files.move(temp.resolve("moved"), lab.catalog());
    assertThat(refreshed().trouble()).isEmpty();
  }

  @Test
  void aCopyThatWasChangedOnThisDiskIsNoticed() throws Exception {
    add();
    Path copies = temp.resolve("workspace/trust/copies");
    Path copy = copies.resolve(copies.toFile().list()[0]).resolve("catalog.json");
    Files.writeString(copy, Files.readString(copy).replace("A net", "No net"));
    assertThat(catalogs().list().get(0).trouble()).contains("was changed");
  }

  @Test
  void aForgottenCatalogIsGone() {
    add();
    catalogs.remove(lab.catalog().toUri());
    assertThat(catalogs.list()).isEmpty();
    assertThatThrownBy(() -> catalogs.remove(address)).hasMessageContaining("no catalog");
    assertThatThrownBy(() -> catalogs.look(URI.create("ftp://example.org/"), Progress.none()))
        .hasMessageContaining("ftp://example.org/");
  }
}
