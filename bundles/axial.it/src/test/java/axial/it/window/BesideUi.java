package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import axial.it.Axial;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A new version of a bundle of views comes beside the one whose views are open. */
class BesideUi {

  private static final String VIEW = "slot.data.gallery";

  @TempDir static Path temp;

  private static OpenWindow window;
  private static Ui ui;

  @BeforeAll
  static void open() throws Exception {
    window = OpenWindow.open(temp);
    ui = new Ui();
  }

  @AfterAll
  static void close() throws Exception {
    window.close();
  }

  @Test
  void theNewViewTakesThePlaceAndKeepsItWhenTheOldBundleGoes() throws Exception {
    ui.command("go to data");
    Bundle old = window.bundle("axial.workbench.data");
    Path jar;
    try (var jars = Files.list(Axial.home().resolve("run-configs/target/export/workbench"))) {
      jar =
          jars.filter(f -> f.getFileName().toString().startsWith("axial.workbench.data-"))
              .findFirst()
              .orElseThrow();
    }
    Ui.await(VIEW + " is there", () -> Ui.showing(VIEW).isPresent());
    Component slot = Ui.showing(VIEW).orElseThrow();
    Bundle beside =
        old.getBundleContext()
            .getBundle(0)
            .getBundleContext()
            .installBundle(jar.toUri() + "#beside", Files.newInputStream(jar));
    beside.start();
    Ui.await("the new view is there", () -> partIsOf(slot, beside));
    old.uninstall();
    assertThat(Ui.showing("gap.data.gallery")).isEmpty();
    assertThat(Ui.showing(VIEW)).contains(slot);
    assertThat(partIsOf(slot, beside)).isTrue();
  }

  /** Whether a component in the slot is of a class of the bundle. */
  private static boolean partIsOf(Component slot, Bundle bundle) {
    return slot instanceof java.awt.Container container && contains(container, bundle);
  }

  private static boolean contains(java.awt.Container container, Bundle bundle) {
    for (Component child : container.getComponents()) {
      if (bundle.equals(org.osgi.framework.FrameworkUtil.getBundle(child.getClass()))
          || child instanceof java.awt.Container inner && contains(inner, bundle)) {
        return true;
      }
    }
    return false;
  }
}
