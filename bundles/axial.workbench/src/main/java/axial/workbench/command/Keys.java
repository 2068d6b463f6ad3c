package axial.workbench.command;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.KeyStroke;

/** Keys as a user reads them. */
final class Keys {

  private Keys() {}

  static String text(KeyStroke key) {
    List<String> parts = new ArrayList<>();
    String held = KeyEvent.getModifiersExText(key.getModifiers());
    if (!held.isEmpty()) {
      parts.add(held);
    }
    parts.add(
        key.getKeyCode() == KeyEvent.VK_UNDEFINED
            ? String.valueOf(key.getKeyChar())
            : KeyEvent.getKeyText(key.getKeyCode()));
    return String.join("+", parts);
  }
}
