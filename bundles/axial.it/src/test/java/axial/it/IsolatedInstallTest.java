package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extension that is installed for processes of its own is never started in Axial's. */
class IsolatedInstallTest {

  private static final int USAGE = 2;

  @TempDir Path temp;

  private Cli.Result axial(String... arguments) throws Exception {
    return Cli.axial(temp.resolve("workspace"), arguments);
  }

  @Test
  void itIsInstalledAndStartedElsewhereOnly() throws Exception {
    Path started = temp.resolve("started");
    Path jar = model(started);
    Cli.Result installed = axial("extensions", "install", jar.toString(), "--isolated");
    assertThat(installed.code()).as(installed.output()).isZero();
    assertThat(axial("extensions").output())
        .contains("lab.tattler", "runs in a process of its own");
    assertThat(axial("bundles").output()).doesNotContain("lab.tattler");
    Cli.Result here = axial(train());
    assertThat(here.code()).as(here.output()).isEqualTo(USAGE);
    assertThat(here.output())
        .contains(
            "axial: There is no model \"tattler\" in this process, and the extensions of"
                + " lab.tattler run in a process of their own only. Train it with --isolated.");
    assertThat(started).doesNotExist();
    Cli.Result there = axial(train("--isolated", "--out", temp.resolve("out").toString()));
    assertThat(there.code()).as(there.output()).isZero();
    assertThat(Files.readString(started)).contains("axial.command=isolated");
    Cli.Result removed = axial("extensions", "remove", "lab.tattler");
    assertThat(removed.code()).as(removed.output()).isZero();
    assertThat(axial("extensions").output()).doesNotContain("lab.tattler");
  }

  private static String[] train(String... more) {
    List<String> words = new ArrayList<>(List.of("--epochs", "1"));
    words.addAll(List.of(more));
    return SmallRuns.typed(
        "tattler", List.of("run.explainers=none", "run.explain=0"), words.toArray(String[]::new));
  }

  /** A model that writes down in which process it was made. */
  private Path model(Path started) throws Exception {
    return LabBundle.build(
        temp,
        "Tattler",
        "1.0.0",
        axial.model.ModelFactory.class,
        LabBundle.imports(),
        LabBundle.named("tattler")
            + """
            public Tattler() throws java.io.IOException {
              java.nio.file.Files.writeString(java.nio.file.Path.of("%s"),
                  "axial.command=" + System.getProperty("axial.command"));
            }
            public Network network(Shape input, int classes, Settings settings) {
              return new Network("tattler", input, List.of(new Layer.Flatten(),
                  new Layer.Dense(3, Activation.RELU), new Layer.Dense(1, Activation.SIGMOID)),
                  Optimizer.Adam.keras(), Loss.BINARY_CROSS_ENTROPY);
            }
            """
                .formatted(started));
  }
}
