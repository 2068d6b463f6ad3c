package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.extension.Publishing;
import axial.job.Progress;
import axial.run.Provenance;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.Runs;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new version is published and installed while a training of the former one goes on. */
class UpdateWhileTrainingTest {

  @TempDir Path temp;

  private Axial axial;
  private Path catalog;

  @BeforeEach
  void start() throws Exception {
    axial = Axial.start(temp);
    catalog = temp.resolve("catalog");
  }

  @AfterEach
  void stop() throws Exception {
    axial.close();
  }

  private Path publish(String version, int units) throws Exception {
    Path jar = LabBundle.net(temp, version, units);
    axial
        .service(Publishing.class)
        .publish(jar, catalog, temp.resolve("group.key"), Optional.empty());
    return jar;
  }

  private Installation.Done install() throws Exception {
    axial.service(Catalogs.class).refresh(Progress.none());
    Installation installation = axial.service(Installation.class);
    return installation.apply(
        installation.plan(new Change.Install("lab.labnet", ""), Progress.none()), Progress.none());
  }

  private static List<String> nets(RunRecord run) {
    return run.provenance().orElseThrow().bundles().stream()
        .filter(use -> use.symbolicName().equals("lab.labnet"))
        .map(Provenance.BundleUse::sha256)
        .toList();
  }

  private static String sha256(Path jar) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void theTrainingEndsOnTheVersionThatItBeganWithAndEachRecordNamesItsOwn() throws Exception {
    axial.service(Publishing.class).makeKey(temp.resolve("group.key"));
    Path former = publish("1.0.0", 3);
    URI address = catalog.toUri();
    Catalogs catalogs = axial.service(Catalogs.class);
    catalogs.add(address, catalogs.look(address, Progress.none()).publisher(), Progress.none());
    assertThat(install().summary()).isEqualTo("Installed lab.labnet 1.0.0.");
    SmallRuns runs = new SmallRuns(axial.service(Runs.class), temp);
    Path newer = temp.resolve("newer.jar");
    AtomicBoolean done = new AtomicBoolean();
    RunListener updating =
        event -> {
          if (event instanceof RunEvent.BatchDone && done.compareAndSet(false, true)) {
            try {
              Files.copy(publish("1.1.0", 5), newer);
              assertThat(install().retiring()).hasToString("[lab.labnet 1.0.0]");
            } catch (Exception failed) {
              throw new AssertionError(failed);
            }
          }
        };
    RunRecord first = runs.train("lab-net", updating, Map.of());
    RunRecord next = runs.train("lab-net", SmallRuns.DEAF, Map.of());
    assertThat(first.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(nets(first)).containsExactly(sha256(former));
    assertThat(nets(next)).containsExactly(sha256(newer));
    assertThat(next.network()).isNotEqualTo(first.network());
  }
}
