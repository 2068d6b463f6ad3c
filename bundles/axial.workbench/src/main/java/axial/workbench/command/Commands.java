package axial.workbench.command;

import axial.view.Command;
import axial.workbench.share.Scope;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** All commands that there are now, by id. Only on the event dispatch thread. */
public final class Commands {

  private final Map<String, Command> byId = new LinkedHashMap<>();

  /** No commands. */
  public Commands() {}

  /** Offers a command until the scope is closed; the last one of an id counts. */
  public void add(Command command, Scope scope) {
    byId.put(command.id(), command);
    scope.atEnd(() -> byId.remove(command.id(), command));
  }

  /** The same, and its key works in that component and all within. */
  public void add(JComponent where, Command command, Scope scope) {
    add(command, scope);
    command
        .key()
        .ifPresent(
            key -> bind(where, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, key, command, scope));
  }

  /** The same, and its key works in the whole window of that component. */
  public void addToWindow(JComponent root, Command command, Scope scope) {
    add(command, scope);
    command
        .key()
        .ifPresent(key -> bind(root, JComponent.WHEN_IN_FOCUSED_WINDOW, key, command, scope));
  }

  private static void bind(
      JComponent where, int condition, KeyStroke key, Command command, Scope scope) {
    where.getInputMap(condition).put(key, command.id());
    where.getActionMap().put(command.id(), action(command));
    scope.atEnd(
        () -> {
          where.getInputMap(condition).remove(key);
          where.getActionMap().remove(command.id());
        });
  }

  private static Action action(Command command) {
    return new AbstractAction(command.title()) {
      private static final long serialVersionUID = 1L;

      @Override
      public void actionPerformed(ActionEvent event) {
        if (command.enabled().getAsBoolean()) {
          command.action().run();
        }
      }
    };
  }

  /** The command of that id, while there is one. */
  public Optional<Command> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those whose title has all these words, in any case; those that begin with them first. */
  public List<Command> matching(String words) {
    List<Command> found = new ArrayList<>(byId.values());
    String[] wanted = words.strip().toLowerCase(java.util.Locale.ROOT).split("\\s+");
    found.removeIf(command -> !hasAll(command.title(), wanted));
    found.sort(
        Comparator.<Command, Boolean>comparing(c -> !lower(c.title()).startsWith(wanted[0]))
            .thenComparing(Command::title));
    return found;
  }

  private static boolean hasAll(String title, String[] words) {
    for (String word : words) {
      if (!lower(title).contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }
}
