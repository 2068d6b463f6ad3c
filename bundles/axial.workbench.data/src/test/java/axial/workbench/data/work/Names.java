package axial.workbench.data.work;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds components by their names. */
public final class Names {

  private Names() {}

  /** The component of that type and name. */
  public static <T> T find(Container in, Class<T> type, String name) {
    return search(in, name, child -> true)
        .map(type::cast)
        .orElseThrow(() -> new AssertionError("There is no component " + name));
  }

  /** Whether there is a component of that name. */
  public static boolean has(Container in, String name) {
    return search(in, name, child -> true).isPresent();
  }

  /** The component of that type and name on the card that is shown. */
  public static <T> T shown(Container in, Class<T> type, String name) {
    return search(in, name, Component::isVisible)
        .map(type::cast)
        .orElseThrow(() -> new AssertionError("No component " + name + " is shown"));
  }

  private static Optional<Component> search(
      Container in, String name, Predicate<Component> through) {
    for (Component child : in.getComponents()) {
      if (!through.test(child)) {
        continue;
      }
      if (name.equals(child.getName())) {
        return Optional.of(child);
      }
      if (child instanceof Container inner) {
        Optional<Component> there = search(inner, name, through);
        if (there.isPresent()) {
          return there;
        }
      }
    }
    return Optional.empty();
  }
}
