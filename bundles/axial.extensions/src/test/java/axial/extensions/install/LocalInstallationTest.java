package axial.extensions.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extension.Catalogs.Release;
import axial.extension.Installation.Change;
import axial.extension.Installation.Done;
import axial.extension.Installation.Plan;
import axial.extensions.Lab;
import axial.extensions.LabJar;
import axial.extensions.catalog.KnownCatalogs;
import axial.extensions.lock.Store;
import axial.extensions.resolve.Running;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes are carried out whole or not at all. */
class LocalInstallationTest {

  private static final String WANTS_LIB_1 = "lab.lib;version=\"[1,2)\"";
  private static final String WANTS_LIB_2 = "lab.lib;version=\"[2,3)\"";

  @TempDir Path temp;

  private Path folder;
  private Lab lab;
  private KnownCatalogs catalogs;
  private RecordedSet set;
  private LocalInstallation installation;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab(temp.resolve("lab"), "lab");
    folder = temp.resolve("workspace/extensions/store");
    catalogs = new KnownCatalogs(temp.resolve("workspace"), Duration.ofSeconds(5));
    Store store = new Store(folder);
    set = new RecordedSet(store);
    installation = over(store);
  }

  private LocalInstallation over(Store store) {
    return new LocalInstallation(set, store, catalogs, () -> new Running(List.of()));
  }

  private static LabJar net(String version) {
    return LabJar.of("lab.net", version);
  }

  private static LabJar lib(String version) {
    return LabJar.of("lab.lib", version).with("Export-Package", "lab.lib;version=" + version);
  }

  private Release publish(LabJar jar) throws IOException {
    Release release = lab.publish(jar);
    catalogs.add(lab.catalog().toUri(), lab.fingerprint(), Progress.none());
    return release;
  }

  private Done carryOut(Change change) {
    return installation.apply(installation.plan(change, Progress.none()), Progress.none());
  }

  private Done install(String name) {
    return carryOut(new Change.Install(name, ""));
  }

  private Path jarInCatalog(String name) {
    return lab.catalog().resolve("jars/" + name + ".jar");
  }

  /** Refused in one sentence, the set is as it was, and nothing half-done lies in the store. */
  private void assertRefused(Problem.Kind kind, ThrowingCallable attack, String... parts) {
    List<String> before = set.names();
    int jars = jarsInStore();
    assertThatThrownBy(attack)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().kind()).isEqualTo(kind);
              assertThat(refused.problem().summary()).contains(parts).endsWith(".");
              assertThat(refused.problem().remedy()).isNotBlank();
            });
    assertThat(set.names()).isEqualTo(before);
    assertThat(jarsInStore()).isEqualTo(jars);
  }

  private int jarsInStore() {
    String[] files = folder.toFile().list();
    return files == null ? 0 : files.length;
  }

  @Test
  void aReleaseIsInstalledWithWhatItNeedsAndRemovedAgain() throws Exception {
    publish(lib("1.0.0"));
    publish(net("1.0.0").with("Import-Package", WANTS_LIB_1));
    Plan plan = installation.plan(new Change.Install("lab.net", ""), Progress.none());
    assertThat(plan.added()).hasSize(2);
    assertThat(plan.downloadBytes()).isPositive();
    assertThat(folder).doesNotExist();
    assertThat(installation.apply(plan, Progress.none()).summary())
        .isEqualTo("Installed lab.lib 1.0.0 and lab.net 1.0.0.");
    assertThat(set.names()).containsExactly("lab.lib 1.0.0", "lab.net 1.0.0");
    assertThat(set.locked().get(0).origin().orElseThrow().publisher()).isEqualTo(lab.fingerprint());
    assertRefused(
        Problem.Kind.EXTENSION,
        () -> carryOut(new Change.Remove("lab.lib")),
        "lab.lib cannot be removed: lab.net 1.0.0 needs lab.lib 1.0");
    assertThat(carryOut(new Change.Remove("lab.net")).summary())
        .isEqualTo("Removed lab.lib 1.0.0 and lab.net 1.0.0.");
    assertThat(set.names()).isEmpty();
  }

  @Test
  void aLibraryThatTheUserWantsStaysWhenNobodyNeedsIt() throws Exception {
    publish(lib("1.0.0"));
    publish(net("1.0.0").with("Import-Package", WANTS_LIB_1));
    install("lab.net");
    install("lab.lib");
    carryOut(new Change.Remove("lab.net"));
    assertThat(set.names()).containsExactly("lab.lib 1.0.0");
  }

  @Test
  void aLibraryGoesWithTheLastThatNeedsItAndWhenAnUpdateDoesNotNeedIt() throws Exception {
    publish(lib("1.0.0"));
    publish(net("1.0.0").with("Import-Package", WANTS_LIB_1));
    publish(LabJar.of("lab.other", "1.0.0").with("Import-Package", WANTS_LIB_1));
    install("lab.net");
    install("lab.other");
    carryOut(new Change.Update("lab.lib"));
    carryOut(new Change.Remove("lab.net"));
    assertThat(set.names()).containsExactly("lab.lib 1.0.0", "lab.other 1.0.0");
    publish(LabJar.of("lab.other", "1.1.0"));
    carryOut(new Change.Update("lab.other"));
    assertThat(set.names()).containsExactly("lab.other 1.1.0");
  }

  @Test
  void aSetOfBeforeLosesNothingThatWasNotRemovedByName() throws Exception {
    publish(lib("1.0.0"));
    publish(net("1.0.0").with("Import-Package", WANTS_LIB_1));
    install("lab.net");
    Files.delete(folder.resolveSibling("brought"));
    carryOut(new Change.Remove("lab.net"));
    assertThat(set.names()).containsExactly("lab.lib 1.0.0");
  }

  @Test
  void aServiceThatNobodyOffersIsMissedBeforeAnythingIsFetched() throws Exception {
    String wants = "osgi.service;filter:=\"(objectClass=lab.Scanner)\";effective:=active";
    publish(net("1.0.0").with("Require-Capability", wants));
    assertRefused(
        Problem.Kind.EXTENSION,
        () -> installation.plan(new Change.Install("lab.net", ""), Progress.none()),
        "lab.net 1.0.0 needs a service lab.Scanner, which neither this Axial nor a known catalog");
    publish(
        LabJar.of("lab.scanner", "1.0.0")
            .with(
                "Provide-Capability",
                "osgi.service;objectClass:List<String>=\"lab.Scanner\";uses:=\"lab\""));
    install("lab.net");
    assertThat(set.names()).containsExactly("lab.net 1.0.0", "lab.scanner 1.0.0");
  }

  @Test
  void whatADeadProcessLeftHalfWrittenGoesWithTheNextChange() throws Exception {
    publish(net("1.0.0"));
    Files.createDirectories(folder);
    Path half = Files.writeString(folder.resolve("0123abcd99.part"), "half");
    install("lab.net");
    assertThat(half).doesNotExist();
  }

  @Test
  void anUpdateTakesThePlaceOfTheFormerAndItsLibraryToo() throws Exception {
    publish(lib("1.0.0"));
    publish(net("1.0.0").with("Import-Package", WANTS_LIB_1));
    install("lab.net");
    publish(lib("2.0.0"));
    publish(net("1.1.0").with("Import-Package", WANTS_LIB_2));
    set.holdBy("training of lab-net");
    Plan plan = installation.plan(new Change.Install("lab.net", ""), Progress.none());
    assertThat(plan.heldBy()).containsExactly("training of lab-net");
    assertThat(installation.apply(plan, Progress.none()).summary())
        .isEqualTo(
            "Installed lab.lib 2.0.0 and lab.net 1.1.0 in the place of lab.lib 1.0.0 and lab.net"
                + " 1.0.0.");
    assertThat(install("lab.net").summary()).isEqualTo("lab.net is up to date.");
    assertThat(carryOut(new Change.Install("lab.net", "1.0.0")).summary())
        .contains("Installed lab.lib 1.0.0 and lab.net 1.0.0 in the place of");
  }

  @Test
  void aLibraryThatOthersNeedStaysBesideTheNewOne() throws Exception {
    publish(lib("1.0.0"));
    publish(lib("2.0.0"));
    publish(LabJar.of("lab.old", "1.0.0").with("Import-Package", WANTS_LIB_1));
    publish(net("1.0.0").with("Import-Package", WANTS_LIB_2));
    install("lab.old");
    install("lab.net");
    assertThat(set.names())
        .containsExactly("lab.lib 1.0.0", "lab.lib 2.0.0", "lab.net 1.0.0", "lab.old 1.0.0");
  }

  @Test
  void theNewestThatFitsIsTaken() throws Exception {
    publish(net("1.0.0"));
    publish(net("1.1.0").with("Import-Package", "axial.model;version=\"[1.4,2)\""));
    install("lab.net");
    assertThat(set.names()).containsExactly("lab.net 1.0.0");
    assertRefused(
        Problem.Kind.EXTENSION,
        () -> carryOut(new Change.Install("lab.net", "1.1.0")),
        "lab.net 1.1.0 needs axial.model 1.4");
    assertRefused(
        Problem.Kind.INPUT, () -> carryOut(new Change.Install("lab.net", "3")), "lab.net 3");
    assertRefused(Problem.Kind.INPUT, () -> install("lab.nest"), "lab.nest");
  }

  @Test
  void aFileIsInstalledLikeARelease() throws Exception {
    publish(lib("1.0.0"));
    Path jar = net("1.0.0").with("Import-Package", WANTS_LIB_1).in(temp);
    carryOut(new Change.InstallFile(jar));
    assertThat(set.names()).containsExactly("lab.lib 1.0.0", "lab.net 1.0.0");
    assertThat(set.locked().get(1).origin()).isEmpty();
    Path rebuilt = net("1.0.0").with("Import-Package", WANTS_LIB_1).salted("b").in(temp);
    carryOut(new Change.InstallFile(rebuilt));
    assertThat(set.names()).containsExactly("lab.lib 1.0.0", "lab.net 1.0.0");
    assertRefused(
        Problem.Kind.INPUT,
        () -> carryOut(new Change.InstallFile(temp.resolve("none.jar"))),
        "none.jar");
  }

  @Test
  void aFileThatChangesAfterItWasPlannedIsRefused() throws Exception {
    Path jar = net("1.0.0").in(temp);
    Plan plan = installation.plan(new Change.InstallFile(jar), Progress.none());
    Files.write(jar, net("1.0.0").salted("x").bytes());
    assertRefused(
        Problem.Kind.INPUT, () -> installation.apply(plan, Progress.none()), "lab.net 1.0.0");
  }

  @Test
  void aChangedByteInAJarIsRefused() throws Exception {
    publish(net("1.0.0"));
    byte[] bytes = Files.readAllBytes(jarInCatalog("lab.net-1.0.0"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(jarInCatalog("lab.net-1.0.0"), bytes);
    assertRefused(Problem.Kind.INPUT, () -> install("lab.net"), "lab.net 1.0.0", "SHA-256");
  }

  @Test
  void aSwappedJarIsRefused() throws Exception {
    publish(net("1.0.0"));
    publish(lib("1.0.0"));
    Files.write(jarInCatalog("lab.net-1.0.0"), Files.readAllBytes(jarInCatalog("lab.lib-1.0.0")));
    assertRefused(Problem.Kind.INPUT, () -> install("lab.net"), "lab.net");
    Files.write(
        jarInCatalog("lab.net-1.0.0"),
        Arrays.copyOf(net("1.0.0").bytes(), net("1.0.0").bytes().length - 1));
    assertRefused(Problem.Kind.INPUT, () -> install("lab.net"), "lab.net");
    Files.delete(jarInCatalog("lab.net-1.0.0"));
    assertRefused(Problem.Kind.INPUT, () -> install("lab.net"), "lacks jars/lab.net-1.0.0.jar");
  }

  @Test
  void aJarLongerThanPromisedIsRefusedWithoutReadingItAll() throws Exception {
    publish(net("1.0.0"));
    try (var file = new java.io.RandomAccessFile(jarInCatalog("lab.net-1.0.0").toFile(), "rw")) {
      file.setLength(10_000_000_000L);
    }
    assertRefused(Problem.Kind.INPUT, () -> install("lab.net"), "longer than");
  }

  @Test
  void aJarThatWasChangedInTheStoreIsRefused() throws Exception {
    Release release = publish(net("1.0.0"));
    install("lab.net");
    carryOut(new Change.Remove("lab.net"));
    byte[] other = new byte[(int) release.bundle().bytes()];
    Files.write(folder.resolve(release.bundle().sha256() + ".jar"), other);
    assertRefused(Problem.Kind.INPUT, () -> install("lab.net"), "");
  }

  @Test
  void aDiskThatFillsHalfwayChangesNothing() throws Exception {
    publish(lib("1.0.0"));
    publish(net("1.0.0").with("Import-Package", WANTS_LIB_1));
    install("lab.lib");
    installation = over(new Store(folder, FullDisk::new));
    assertRefused(Problem.Kind.OUTPUT, () -> install("lab.net"), "cannot be written");
  }

  private static final class FullDisk extends FilterOutputStream {
    private long room = 100;

    FullDisk(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      room -= count;
      if (room < 0) {
        throw new IOException("No space left on device");
      }
      out.write(bytes, offset, count);
    }
  }

  @Test
  void aSetThatDoesNotStartLeavesTheFormerOne() throws Exception {
    publish(net("1.0.0"));
    install("lab.net");
    publish(net("1.1.0"));
    set.refuse();
    assertThatThrownBy(() -> install("lab.net")).hasMessageContaining("It does not start.");
    assertThat(set.names()).containsExactly("lab.net 1.0.0");
  }

  @Test
  void aRevokedPublisherOffersNothing() throws Exception {
    publish(net("1.0.0"));
    catalogs.revoke(lab.fingerprint());
    assertRefused(Problem.Kind.INPUT, () -> install("lab.net"), "lab.net");
  }

  @Test
  void aLockFileDoesNotBringARevokedPublisherBack() throws Exception {
    publish(net("1.0.0"));
    install("lab.net");
    installation.exportLock(temp.resolve("extensions.lock"));
    carryOut(new Change.Remove("lab.net"));
    catalogs.revoke(lab.fingerprint());
    assertRefused(
        Problem.Kind.INPUT,
        () -> carryOut(new Change.Restore(temp.resolve("extensions.lock"))),
        "lab.net 1.0.0 was published with the key " + lab.fingerprint());
  }

  @Test
  void anotherPublisherDoesNotTakeAName() throws Exception {
    publish(net("1.0.0"));
    install("lab.net");
    Lab other = new Lab(temp.resolve("other"), "other");
    other.publish(net("9.0.0"));
    catalogs.add(other.catalog().toUri(), other.fingerprint(), Progress.none());
    assertThat(install("lab.net").summary()).isEqualTo("lab.net is up to date.");
    carryOut(new Change.Remove("lab.net"));
    assertRefused(Problem.Kind.INPUT, () -> install("lab.net"), "2 publishers offer");
  }

  @Test
  void aPlanThatIsOutOfDateIsRefused() throws Exception {
    publish(net("1.0.0"));
    Plan plan = installation.plan(new Change.Install("lab.net", ""), Progress.none());
    installation.apply(plan, Progress.none());
    assertRefused(
        Problem.Kind.EXTENSION, () -> installation.apply(plan, Progress.none()), "have changed");
  }

  @Test
  void aLockFileBringsTheExactSetBack() throws Exception {
    publish(lib("1.0.0"));
    publish(net("1.0.0").with("Import-Package", WANTS_LIB_1));
    install("lab.net");
    Path lock = temp.resolve("paper/extensions.lock");
    installation.exportLock(lock);
    publish(net("1.1.0"));
    install("lab.net");
    carryOut(new Change.Restore(lock));
    assertThat(set.names()).containsExactly("lab.lib 1.0.0", "lab.net 1.0.0");
    // Elsewhere the jars come from the catalogs by their hashes.
    RecordedSet here = set;
    folder = temp.resolve("elsewhere");
    Store empty = new Store(folder);
    set = new RecordedSet(empty);
    installation = over(empty);
    carryOut(new Change.Restore(lock));
    assertThat(set.locked()).containsExactlyInAnyOrderElementsOf(here.locked());
    catalogs.remove(lab.catalog().toUri());
    folder = temp.resolve("third");
    Store third = new Store(folder);
    set = new RecordedSet(third);
    installation = over(third);
    assertRefused(
        Problem.Kind.INPUT,
        () -> carryOut(new Change.Restore(lock)),
        "No known catalog has",
        "SHA-256");
    assertRefused(
        Problem.Kind.INPUT,
        () -> carryOut(new Change.Restore(temp.resolve("none.lock"))),
        "none.lock");
  }
}
