package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.extension.LockedBundle;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An extension that is not trusted trains in a process of its own, and nothing else goes with it.
 */
class IsolatedRunTest {

  @TempDir Path temp;

  private String[] train(String model, int epochs, String... more) {
    List<String> words = new ArrayList<>(List.of("--epochs", Integer.toString(epochs)));
    words.addAll(List.of(more));
    return SmallRuns.typed(
        model,
        List.of("run.explainers=none", "run.explain=1", "train.patience=100000"),
        words.toArray(String[]::new));
  }

  private Cli.Result axial(String... arguments) throws Exception {
    return Cli.axial(temp.resolve("workspace"), arguments);
  }

  @Test
  void anIsolatedExtensionTrainsInItsOwnProcessOnly() throws Exception {
    Path extensions = Files.createDirectories(temp.resolve("workspace/extensions"));
    LockedBundle net = LockedSet.store(extensions, LabBundle.net(temp, "1.0.0", 3));
    Files.writeString(
        extensions.resolve("extensions.lock"),
        "# Axial extensions, format 1\nlab.labnet\t1.0.0\t%s\t%d\t-\t-\n"
            .formatted(net.sha256(), net.bytes()));
    Files.writeString(extensions.resolve("isolated"), "lab.labnet\n");
    Cli.Result list = axial("extensions");
    assertThat(list.output()).contains("lab.labnet", "runs in a process of its own");
    Cli.Result here = axial(train("lab-net", 1));
    assertThat(here.code()).as(here.output()).isEqualTo(2);
    assertThat(here.output()).contains("lab.labnet", "Train it with --isolated.");
    Path out = temp.resolve("out");
    Cli.Result there = axial(train("lab-net", 1, "--isolated", "--out", out.toString()));
    assertThat(there.code()).as(there.output()).isZero();
    assertThat(there.output()).contains("epoch  1/1", "macro avg");
    assertThat(out.resolve("status.json")).content().contains("DONE");
    assertThat(temp.resolve("workspace/isolated")).isEmptyDirectory();
  }

  @Test
  void aKilledProcessIsAFailedRunWithItsReason() throws Exception {
    Path out = temp.resolve("killed");
    Process axial =
        Cli.command(
                Path.of(System.getProperty("java.home")),
                temp.resolve("workspace"),
                train("fsm", 100_000, "--isolated", "--out", out.toString()))
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(axial.getInputStream(), StandardCharsets.UTF_8))) {
      boolean killed = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (!killed && line.startsWith("epoch  2/")) {
          try (Stream<ProcessHandle> children = axial.children()) {
            children.forEach(ProcessHandle::destroyForcibly);
          }
          killed = true;
        }
      }
    } finally {
      if (!axial.waitFor(1, TimeUnit.MINUTES)) {
        axial.destroyForcibly();
      }
    }
    assertThat(axial.exitValue()).as(said.toString()).isEqualTo(6);
    assertThat(said).contains("axial: The process of the run was killed by signal 9.");
    assertThat(out.resolve("status.json"))
        .content()
        .contains("FAILED", "The process of the run was killed by signal 9.");
    assertThat(temp.resolve("workspace/isolated")).isEmptyDirectory();
  }

  @Test
  void aProcessEndsWithItsParentAndTheNextStartClearsUp() throws Exception {
    Process axial =
        Cli.command(
                Path.of(System.getProperty("java.home")),
                temp.resolve("workspace"),
                train("fsm", 100_000, "--isolated", "--out", temp.resolve("orphan").toString()))
            .redirectErrorStream(true)
            .start();
    List<ProcessHandle> orphans = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(axial.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("epoch  1/")) {
        line = lines.readLine();
      }
      try (Stream<ProcessHandle> children = axial.children()) {
        orphans.addAll(children.toList());
      }
      assertThat(axial("bundles").code()).isZero();
      assertThat(temp.resolve("workspace/isolated")).isNotEmptyDirectory();
      assertThat(orphans).allMatch(ProcessHandle::isAlive);
    } finally {
      axial.destroyForcibly();
    }
    assertThat(orphans).isNotEmpty();
    for (ProcessHandle orphan : orphans) {
      orphan.onExit().get(1, TimeUnit.MINUTES);
    }
    assertThat(temp.resolve("workspace/isolated")).isNotEmptyDirectory();
    assertThat(axial("bundles").code()).isZero();
    assertThat(temp.resolve("workspace/isolated")).isEmptyDirectory();
  }
}
