package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import axial.extension.Publishing;
import java.awt.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog on the web is added, its model installed, updated and removed while it trains. */
class ExtensionsUi {

  private static final int INSTALLED = 2;
  private static final int STATE = 6;

  @TempDir static Path temp;

  private static CatalogOnTheWeb group;
  private static OpenWindow window;
  private static Ui ui;

  @BeforeAll
  static void open() throws Exception {
    window = OpenWindow.open(temp);
    ui = new Ui();
    group = CatalogOnTheWeb.open(temp, window.axial().service(Publishing.class));
  }

  @AfterAll
  static void close() throws Exception {
    group.close();
    window.close();
  }

  @Test
  void aModelOfAnotherLabIsInstalledTrainedUpdatedAndRemoved() throws Exception {
    group.publish("1.0.0", 4);
    ui.see("phantoms, 306 images");

    addTheCatalog();
    offer("Fits");
    push("offers.install");
    assertThat(ui.text("question.title")).isEqualTo("Install lab.labnet 1.0.0?");
    answer("Install");
    offer("Installed");

    train();
    group.publish("1.1.0", 8);
    ui.click("perspective.extensions");
    ui.click("catalogs.refresh");
    offer("An update");
    push("offers.update");
    assertThat(ui.text("question.notes"))
        .contains("The training of lab-net ends on 1.0.0; the next uses 1.1.0.");
    answer("Update");
    offer("Installed");
    assertThat(Ui.edt(() -> offers().getValueAt(0, INSTALLED))).isEqualTo("1.1.0");
    ui.clickText("Bundles");
    bundle("1.0.0", "Ends with the training of lab-net");
    bundle("1.1.0", "Works");
    finish();
    Ui.await("1.0.0 has gone", () -> row("1.0.0") < 0);

    train();
    ui.click("perspective.extensions");
    ui.find("bundles.table");
    Ui.await("its use is told", () -> cell("1.1.0", 4).contains("training of lab-net"));
    Ui.edt(
        () -> {
          bundles().setRowSelectionInterval(row("1.1.0"), row("1.1.0"));
          return true;
        });
    push("bundles.remove");
    assertThat(ui.text("question.notes")).isEqualTo("The training of lab-net uses it.");
    answer("Remove when it ends");
    bundle("1.1.0", "Ends with the training of lab-net");
    finish();
    Ui.await("1.1.0 has gone", () -> row("1.1.0") < 0);
    trainApart();
    assertThat(madeWith()).containsExactlyInAnyOrder("1.0.0", "1.1.0", "1.1.0");
    assertThat(Ui.edt(() -> Ui.showing("problem").isPresent())).isFalse();
  }

  /** Installs it once more so that it is never started here, and trains it in another process. */
  private static void trainApart() throws Exception {
    ui.clickText("Catalogs");
    offer("Fits");
    push("offers.isolated");
    assertThat(ui.text("question.notes")).contains("only in a process of its own");
    answer("Install isolated");
    offer("Installed");
    ui.click("perspective.train");
    JComboBox<?> models = (JComboBox<?>) ui.find("recipe.model");
    Ui.await("a model that is not listed can be named", models::isEditable);
    Ui.edt(
        () -> {
          models.setSelectedItem("lab-net");
          return true;
        });
    assertThat(ui.text("recipe.elsewhere")).contains("lab.labnet");
    ui.click("recipe.train");
    Ui.await("its curves are drawn", () -> Ui.saying("Epoch ").isPresent());
    Ui.await("it cannot be paused", () -> !Ui.showing("curves.pause").orElseThrow().isEnabled());
    ui.click("curves.finish");
    ui.see("Done · kept epoch");
  }

  private static void addTheCatalog() throws Exception {
    ui.command("add catalog");
    JTextComponent address = (JTextComponent) ui.find("catalogs.address.text");
    Ui.edt(
        () -> {
          address.setText(group.address().toString());
          return true;
        });
    ui.click("catalogs.look");
    assertThat(ui.text("catalogs.fingerprint").replaceAll("\\s+", "-"))
        .isEqualTo(group.fingerprint());
    ui.click("catalogs.confirm");
    Ui.await("its offer is listed", () -> Ui.showing("offers.table").isPresent());
    Ui.await("there is one", () -> offers().getRowCount() == 1);
    Ui.edt(
        () -> {
          offers().setRowSelectionInterval(0, 0);
          return true;
        });
  }

  /** Pushes a button as its key does, whatever is laid out around it at that moment. */
  private static void push(String name) throws Exception {
    Ui.await(name + " can be pushed", () -> Ui.showing(name).orElseThrow().isEnabled());
    AbstractButton button = (AbstractButton) ui.find(name);
    Ui.edt(
        () -> {
          button.doClick();
          return true;
        });
  }

  /** Answers the question that is asked. */
  private static void answer(String verb) throws Exception {
    Component answer = Ui.found(verb + " is asked", () -> Ui.saying(verb, JButton.class));
    Ui.edt(
        () -> {
          ((JButton) answer).doClick();
          return true;
        });
  }

  private static JTable offers() {
    return (JTable) Ui.showing("offers.table").orElseThrow();
  }

  private static void offer(String state) throws Exception {
    ui.find("offers.table");
    Ui.await("the offer says: " + state, () -> state.equals(offers().getValueAt(0, STATE)));
  }

  private static JTable bundles() {
    return (JTable) Ui.showing("bundles.table").orElseThrow();
  }

  /** Where that version of the lab's bundle stands; below 0 when it does not. */
  private static int row(String version) {
    JTable table = bundles();
    for (int i = 0; i < table.getRowCount(); i++) {
      if ("lab.labnet".equals(table.getValueAt(i, 0)) && version.equals(table.getValueAt(i, 1))) {
        return i;
      }
    }
    return -1;
  }

  private static String cell(String version, int column) {
    int row = row(version);
    return row < 0 ? "" : String.valueOf(bundles().getValueAt(row, column));
  }

  private static void bundle(String version, String state) throws Exception {
    ui.find("bundles.table");
    Ui.await("lab.labnet " + version + " says: " + state, () -> cell(version, 2).equals(state));
  }

  /** Begins a long training and waits until it has computed something. */
  private static void train() throws Exception {
    ui.click("perspective.train");
    ui.clickText("How to train");
    JComboBox<?> models = (JComboBox<?>) ui.find("recipe.model");
    Ui.await(
        "lab-net can be chosen",
        () -> {
          for (int i = 0; i < models.getItemCount(); i++) {
            if ("lab-net".equals(models.getItemAt(i))) {
              models.setSelectedIndex(i);
              return true;
            }
          }
          return false;
        });
    enter("setting.train.epochs", "500");
    enter("setting.run.input", "64x64x1");
    ui.click("recipe.train");
    Ui.await("it trains", () -> Ui.saying("Epoch ").isPresent());
  }

  private static void enter(String field, String text) throws Exception {
    JTextComponent typed = (JTextComponent) ui.find(field);
    Ui.edt(
        () -> {
          typed.setText(text);
          return true;
        });
  }

  private static void finish() throws Exception {
    ui.click("perspective.train");
    ui.click("curves.finish");
    ui.see("Done · kept epoch");
    ui.click("perspective.extensions");
    ui.find("bundles.table");
  }

  /** The versions of the lab's bundle that the records of the runs name. */
  private static List<String> madeWith() throws IOException {
    try (Stream<Path> runs = Files.list(temp.resolve("workspace/runs"))) {
      return runs.map(run -> run.resolve("provenance.json"))
          .filter(Files::isRegularFile)
          .map(ExtensionsUi::version)
          .toList();
    }
  }

  private static String version(Path provenance) {
    try {
      return Files.readString(provenance)
          .replaceFirst("(?s).*\"lab\\.labnet\"[^}]*?\"(\\d+\\.\\d+\\.\\d+)\".*", "$1");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
