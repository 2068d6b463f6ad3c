package axial.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import axial.view.Command;
import axial.workbench.share.Scope;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private final Commands commands = new Commands();
  private final Scope scope = new Scope();

  private void offer(String id, String title) {
    commands.add(Command.of(id, title, () -> {}), scope);
  }

  @Test
  void aCommandIsFoundByAnyOfItsWordsInAnyCase() {
    offer("a", "Exclude the selected images");
    offer("b", "Open a folder of scans");
    offer("c", "Select all images");
    assertThat(commands.matching("IMAGES")).extracting(Command::id).containsExactly("a", "c");
    assertThat(commands.matching("select images"))
        .extracting(Command::id)
        .containsExactly("c", "a");
    assertThat(commands.matching("images scans")).isEmpty();
    assertThat(commands.matching("")).hasSize(3);
  }

  @Test
  void aClosedPartLeavesNoCommandAndNoKey() {
    JPanel panel = new JPanel();
    AtomicInteger runs = new AtomicInteger();
    Command command = Command.of("a", "Exclude", runs::incrementAndGet).withKey("DELETE");
    commands.add(panel, command, scope);
    KeyStroke key = KeyStroke.getKeyStroke("DELETE");
    Object bound = panel.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(key);
    panel.getActionMap().get(bound).actionPerformed(null);
    assertThat(runs).hasValue(1);
    scope.close();
    assertThat(commands.matching("")).isEmpty();
    assertThat(panel.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(key)).isNull();
    assertThat(panel.getActionMap().get(bound)).isNull();
  }

  @Test
  void aKeyDoesNothingWhileItsCommandCannotBeDone() {
    JPanel panel = new JPanel();
    AtomicInteger runs = new AtomicInteger();
    commands.add(
        panel,
        Command.of("a", "Exclude", runs::incrementAndGet).withKey("DELETE").when(() -> false),
        scope);
    panel.getActionMap().get("a").actionPerformed(null);
    assertThat(runs).hasValue(0);
  }

  @Test
  void theCommandOfALaterPartStaysWhenAnEarlierOneOfItsIdIsClosed() {
    offer("a", "Exclude");
    Scope later = new Scope();
    commands.add(Command.of("a", "Exclude again", () -> {}), later);
    scope.close();
    assertThat(commands.find("a").orElseThrow().title()).isEqualTo("Exclude again");
  }
}
