package axial.view;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.KeyStroke;

/**
 * Something that a user can do, found in the command palette and, when it has one, by its key.
 *
 * @param id unique name, such as {@code data.exclude}
 * @param title what it does, beginning with a verb: "Exclude the selected images"
 * @param key works while the part or one of its components has the focus
 * @param enabled whether it can be done now; asked often, so it returns at once
 * @param action does it, on the event dispatch thread
 */
public record Command(
    String id, String title, Optional<KeyStroke> key, BooleanSupplier enabled, Runnable action) {

  /** Checks that there is a title. */
  public Command {
    Objects.requireNonNull(key, "key");
    if (title.isBlank()) {
      throw new IllegalArgumentException("The command " + id + " needs a title.");
    }
  }

  /** One without a key that can always be done. */
  public static Command of(String id, String title, Runnable action) {
    return new Command(id, title, Optional.empty(), () -> true, action);
  }

  /** The same with a key such as {@code "DELETE"} or {@code "ctrl D"}. */
  public Command withKey(String keyStroke) {
    KeyStroke stroke = KeyStroke.getKeyStroke(keyStroke);
    if (stroke == null) {
      throw new IllegalArgumentException("There is no key stroke \"" + keyStroke + "\".");
    }
    return new Command(id, title, Optional.of(stroke), enabled, action);
  }

  /** The same that can be done only when {@code possible} says so. */
  public Command when(BooleanSupplier possible) {
    return new Command(id, title, key, possible, action);
  }
}
