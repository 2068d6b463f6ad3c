package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Shape;
import axial.extension.Leases;
import axial.extension.LooseJars;
import axial.extension.LooseJars.Swap;
import axial.job.Settings;
import axial.model.Layer;
import axial.model.ModelFactory;
import axial.run.Extensions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars of the folder of plug-ins are swapped as they are built. */
class LooseJarsTest {

  @TempDir static Path temp;

  private static Axial axial;
  private static Path plugins;

  @BeforeAll
  static void start() throws Exception {
    axial = Axial.start(temp);
    plugins = temp.resolve("workspace/plugins");
  }

  @AfterAll
  static void stop() throws Exception {
    axial.close();
  }

  private static int units() throws Exception {
    ModelFactory factory = axial.service(Extensions.class).find(ModelFactory.class, "lab-net");
    Settings settings = Settings.of("lab-net", factory.settings(), Map.of());
    return ((Layer.Dense) factory.network(new Shape(8, 8, 1), 2, settings).layers().get(1)).units();
  }

  private static Swap next(BlockingQueue<Swap> heard) throws Exception {
    Swap swap = heard.poll(20, TimeUnit.SECONDS);
    assertThat(swap).as("a change is heard of").isNotNull();
    return swap;
  }

  @Test
  void aDroppedJarIsStartedARebuiltOneSwappedAndABrokenOneRefused() throws Exception {
    BlockingQueue<Swap> heard = new LinkedBlockingQueue<>();
    try (Leases.Watch watch = axial.service(LooseJars.class).watch(heard::add)) {
      Path jar = plugins.resolve("my-net.jar");
      Files.copy(LabBundle.net(temp, "1.0.0", 3), jar);
      assertThat(next(heard).bundle().orElseThrow()).hasToString("lab.labnet 1.0.0");
      assertThat(units()).isEqualTo(3);

      // the same version, other code
      Files.copy(LabBundle.net(temp, "1.0.0", 5), jar, StandardCopyOption.REPLACE_EXISTING);
      assertThat(next(heard).problem()).isEmpty();
      assertThat(units()).isEqualTo(5);

      Files.writeString(jar, "half a jar");
      assertThat(next(heard).problem().orElseThrow().summary()).contains("my-net.jar is no bundle");
      assertThat(units()).isEqualTo(5);

      Files.delete(jar);
      Swap gone = next(heard);
      assertThat(gone.removed()).isTrue();
      assertThat(axial.service(Extensions.class).all(ModelFactory.class))
          .noneMatch(model -> model.id().equals("lab-net"));
    }
  }

  @Test
  void anInstalledExtensionComesBackAtOnceWhenTheLooseJarInItsPlaceGoes() throws Exception {
    LockedSet set = LockedSet.of(axial);
    set.become(set.store(LabBundle.net(temp, "1.0.0", 4)));
    BlockingQueue<Swap> heard = new LinkedBlockingQueue<>();
    try (Leases.Watch watch = axial.service(LooseJars.class).watch(heard::add)) {
      Path jar = plugins.resolve("my-own-net.jar");
      Files.copy(LabBundle.net(temp, "1.0.0", 6), jar);
      assertThat(next(heard).problem()).isEmpty();
      assertThat(units()).isEqualTo(6);
      Files.delete(jar);
      assertThat(next(heard).problem()).isEmpty();
      assertThat(units()).isEqualTo(4);
      assertThat(set.list())
          .extracting(one -> one.bundle().name() + " " + one.state())
          .containsExactly("lab.labnet 1.0.0 ACTIVE");
    } finally {
      set.become();
      set.awaitRetired();
    }
  }
}
