package axial.extensions.kit;

import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Notices when a bundle touches a component of Swing off the event dispatch thread. */
final class SwingWatch extends RepaintManager {

  private final String symbolicName;
  private volatile String first = "";

  private SwingWatch(String symbolicName) {
    this.symbolicName = symbolicName;
  }

  /** Watches from now on, in this process. */
  static SwingWatch over(String symbolicName) {
    SwingWatch watch = new SwingWatch(symbolicName);
    RepaintManager.setCurrentManager(watch);
    return watch;
  }

  /** Where it happened first: class and method. */
  Optional<String> seen() {
    return Optional.of(first).filter(place -> !place.isEmpty());
  }

  @Override
  public void addInvalidComponent(JComponent component) {
    look();
    super.addInvalidComponent(component);
  }

  @Override
  public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
    look();
    super.addDirtyRegion(component, x, y, width, height);
  }

  private void look() {
    if (first.isEmpty() && !SwingUtilities.isEventDispatchThread()) {
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
          .walk(
              frames ->
                  frames
                      .filter(frame -> isOfSubject(frame.getDeclaringClass()))
                      .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                      .findFirst())
          .ifPresent(place -> first = place);
    }
  }

  private boolean isOfSubject(Class<?> type) {
    @Nullable Bundle bundle = FrameworkUtil.getBundle(type);
    return bundle != null && symbolicName.equals(bundle.getSymbolicName());
  }
}
