package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.eval.Evaluator;
import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.extension.Publishing;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.model.ModelFactory;
import axial.run.Extensions;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What others may try with a catalog or a jar, against the services of a whole Axial: each is
 * refused in one sentence, and the extensions that were there go on. docs/security.md lists them.
 */
class AttackTest {

  private static final String EVALUATES =
      "public Evaluation evaluate(EvaluationData d, Settings s, Seed seed) { return null; }";

  @TempDir static Path temp;

  private static Axial axial;
  private static Installation installation;
  private static Catalogs catalogs;
  private static Publishing publishing;
  private static int count;

  private Path folder;
  private Path key;
  private String fingerprint = "";

  @BeforeAll
  static void start() throws Exception {
    axial = Axial.start(temp, Axial.bundles(), Map.of("axial.extensions.deadline", "1500"));
    installation = axial.service(Installation.class);
    catalogs = axial.service(Catalogs.class);
    publishing = axial.service(Publishing.class);
    carryOut(new Change.InstallFile(LabBundle.net(temp, "1.0.0", 3)));
  }

  @AfterAll
  static void stop() throws Exception {
    axial.close();
  }

  @BeforeEach
  void lab() {
    folder = temp.resolve("catalog" + ++count);
    key = temp.resolve("key" + count);
    fingerprint = publishing.makeKey(key);
  }

  @AfterEach
  void forget() {
    catalogs.list().forEach(each -> catalogs.remove(each.address()));
  }

  private static void carryOut(Change change) {
    installation.apply(installation.plan(change, Progress.none()), Progress.none());
  }

  private void publish(Path... jars) {
    for (Path jar : jars) {
      publishing.publish(jar, folder, key, Optional.empty());
    }
  }

  private void add() {
    catalogs.add(folder.toUri(), fingerprint, Progress.none());
  }

  private static Path evil(String version) throws Exception {
    return evil(version, "", LabBundle.imports());
  }

  private static Path evil(String version, String member, String imports, String... headers)
      throws Exception {
    return LabBundle.build(
        temp,
        "Evil",
        version,
        Evaluator.class,
        imports,
        LabBundle.named("lab-evil") + EVALUATES + member,
        List.of(headers));
  }

  private static void install(String name) {
    carryOut(new Change.Install(name, ""));
  }

  private static void assertRefused(ThrowingCallable attack, String... parts) throws Exception {
    Path lock = temp.resolve("workspace/extensions/extensions.lock");
    String before = Files.readString(lock);
    assertThatThrownBy(attack)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().summary()).contains(parts).endsWith(".");
              assertThat(refused.problem().summary()).doesNotContain("Exception", "\n");
              assertThat(refused.problem().remedy()).isNotBlank();
            });
    assertThat(Files.readString(lock)).isEqualTo(before);
    assertThat(installation.list())
        .extracting(one -> one.bundle().name() + " " + one.state())
        .containsExactly("lab.labnet 1.0.0 ACTIVE");
    assertThat(axial.service(Extensions.class).find(ModelFactory.class, "lab-net")).isNotNull();
    assertThat(axial.service(Extensions.class).all(Evaluator.class))
        .noneMatch(each -> each.id().equals("lab-evil"));
  }

  private void flip(String file) throws Exception {
    Path path = folder.resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length / 2] ^= 1;
    Files.write(path, bytes);
  }

  @Test
  void aChangedByteInAJar() throws Exception {
    publish(evil("1.0.0"));
    add();
    flip("jars/lab.evil-1.0.0.jar");
    assertRefused(() -> install("lab.evil"), "lab.evil 1.0.0 is not the one", "SHA-256");
  }

  @Test
  void aSwappedJar() throws Exception {
    publish(evil("1.0.0"), LabBundle.library(temp, "1.0.0", 3));
    add();
    Files.copy(
        folder.resolve("jars/lab.library-1.0.0.jar"),
        folder.resolve("jars/lab.evil-1.0.0.jar"),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused(() -> install("lab.evil"), "lab.evil 1.0.0 is not the one");
  }

  @Test
  void anUnsignedCatalog() throws Exception {
    publish(evil("1.0.0"));
    Files.delete(folder.resolve("catalog.json.sig"));
    assertRefused(this::add, "is not signed");
  }

  @Test
  void aCatalogOfAWrongKey() throws Exception {
    publish(evil("1.0.0"));
    add();
    fingerprint = publishing.makeKey(temp.resolve("other" + count));
    assertRefused(this::add, "is signed by the key", fingerprint);
  }

  @Test
  void aRevokedKey() throws Exception {
    publish(evil("1.0.0"));
    add();
    catalogs.revoke(fingerprint);
    assertRefused(() -> install("lab.evil"), "No known catalog has an extension \"lab.evil\"");
    assertRefused(this::add, "has revoked");
  }

  @Test
  void anOlderCatalog() throws Exception {
    publish(evil("1.0.0"));
    List<String> files = List.of("catalog.json", "catalog.json.sig", "index.xml");
    Path old = Files.createDirectories(temp.resolve("old"));
    for (String file : files) {
      Files.copy(folder.resolve(file), old.resolve(file));
    }
    publish(evil("1.1.0"));
    add();
    for (String file : files) {
      Files.copy(old.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    assertRefused(this::add, "has version 1 and had version 2 already");
  }

  /** A jar with one more entry. */
  private static Path with(Path jar, String entry, long bytes) throws Exception {
    Path more = jar.resolveSibling("more.jar");
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream out = Files.newOutputStream(more);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry each : java.util.Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(each.getName()));
        from.getInputStream(each).transferTo(to);
      }
      to.putNextEntry(new ZipEntry(entry));
      byte[] nothing = new byte[1 << 20];
      for (long left = bytes; left > 0; left -= nothing.length) {
        to.write(nothing);
      }
    }
    return more;
  }

  @Test
  void aZipThatLeadsOut() throws Exception {
    Path jar = with(evil("1.0.0"), "../../../outside.txt", 1 << 20);
    assertRefused(
        () -> carryOut(new Change.InstallFile(jar)), "an entry that leads out of it, \"../");
  }

  @Test
  void aBombInAJar() throws Exception {
    Path jar = with(evil("1.0.0"), "bomb", 200L << 20);
    assertThat(Files.size(jar)).isLessThan(1 << 20);
    assertRefused(() -> carryOut(new Change.InstallFile(jar)), "unpacks to more than");
  }

  @Test
  void aJarOfTenGigabytesWhereASmallOneWasPromised() throws Exception {
    publish(evil("1.0.0"));
    add();
    Path jar = folder.resolve("jars/lab.evil-1.0.0.jar");
    try (var file = new java.io.RandomAccessFile(jar.toFile(), "rw")) {
      file.setLength(10_000_000_000L);
    }
    assertRefused(() -> install("lab.evil"), "is longer than");
  }

  @Test
  void aCatalogOfTenGigabytes() throws Exception {
    publish(evil("1.0.0"));
    Path index = folder.resolve("catalog.json");
    try (var file = new java.io.RandomAccessFile(index.toFile(), "rw")) {
      file.setLength(10_000_000_000L);
    }
    assertRefused(this::add, "catalog.json", "is longer than");
  }

  @Test
  void requirementsInACircleThatNobodyMeets() throws Exception {
    publish(
        evil("1.0.0", "", LabBundle.imports() + ",labcircle", "Export-Package: labevil"),
        LabBundle.build(
            temp,
            "Circle",
            "1.0.0",
            Evaluator.class,
            LabBundle.imports() + ",labevil,labnowhere;version=\"[2.0,3)\"",
            LabBundle.named("lab-circle") + EVALUATES,
            List.of("Export-Package: labcircle")));
    add();
    assertRefused(
        () -> install("lab.evil"),
        "lab.circle 1.0.0, which lab.evil 1.0.0 needs, needs labnowhere 2.0");
  }

  @Test
  void aRequirementThatNobodyMeets() throws Exception {
    publish(evil("1.0.0", "", LabBundle.imports() + ",axial.future;version=\"[7.0,8)\""));
    add();
    assertRefused(() -> install("lab.evil"), "lab.evil 1.0.0 needs axial.future 7.0");
  }

  @Test
  void twoBundlesWhosePackagesClash() throws Exception {
    List<Path> jars = new ArrayList<>();
    jars.add(LabBundle.library(temp, "1.0.0", 1));
    jars.add(LabBundle.library(temp, "2.0.0", 2));
    jars.add(
        LabBundle.build(
            temp,
            "Between",
            "1.0.0",
            Evaluator.class,
            LabBundle.imports() + ",lablib;version=\"[1.0,2.0)\"",
            LabBundle.named("lab-between") + EVALUATES,
            List.of("Export-Package: labbetween;uses:=\"lablib\"")));
    jars.add(evil("1.0.0", "", LabBundle.imports() + ",labbetween,lablib;version=\"[2.0,3.0)\""));
    publish(jars.toArray(Path[]::new));
    add();
    assertRefused(() -> install("lab.evil"), "would see the package lablib twice", "do not mix");
  }

  @Test
  void aBundleThatThrowsWhenItIsStarted() throws Exception {
    publish(evil("1.0.0", "public Evil() { throw new Error(\"boom\"); }", LabBundle.imports()));
    add();
    assertRefused(() -> install("lab.evil"), "lab.evil 1.0.0 does not start", "boom");
  }

  @Test
  void aBundleThatHangsWhenItIsStarted() throws Exception {
    String hangs =
        "public Evil() { long end = System.nanoTime() + 6000000000L;"
            + " while (System.nanoTime() < end) { Thread.onSpinWait(); } }";
    publish(evil("1.0.0", hangs, LabBundle.imports()));
    add();
    assertRefused(() -> install("lab.evil"), "did not come up within 1 seconds");
  }
}
