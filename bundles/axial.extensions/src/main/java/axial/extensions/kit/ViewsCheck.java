package axial.extensions.kit;

import axial.extension.ContractKit.Check;
import axial.extensions.set.Causes;
import axial.job.ProblemException;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.HeadlessException;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Opens each view of a bundle once at an empty desk, paints it without a display, closes it. */
final class ViewsCheck {

  static final String NAME = "its views open, paint and close";

  private static final String VIEW = "axial.view.View";
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Dimension SIZE = new Dimension(800, 600);

  private final Subject subject;
  private final Path workspace;

  ViewsCheck(Subject subject, Path workspace) {
    this.subject = subject;
    this.workspace = workspace;
  }

  Check run(Bundle bundle) {
    Set<String> ids = new TreeSet<>();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try {
      // The views are asked one after the other, each on the event dispatch thread.
      subject.services(
          bundle,
          service ->
              type(service.getClass())
                  .ifPresent(
                      type -> {
                        FutureTask<String> task = new FutureTask<>(() -> open(type, service));
                        EventQueue.invokeLater(task);
                        ids.add(get(task));
                      }));
    } catch (NeedsDisplay needed) {
      return Checks.skipped(NAME, "A view needs a display, and this check has none.");
    }
    return Repeated.leftSince(before)
        .map(
            thread ->
                Checks.failed(
                    NAME,
                    "The thread \"%s\" was left when they were closed.".formatted(thread),
                    "End in Part.close what was begun in open() or shown()."))
        .orElseGet(() -> Checks.ok(NAME, String.join(", ", ids)));
  }

  private static final class NeedsDisplay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NeedsDisplay(Throwable cause) {
      super(cause);
    }
  }

  private static String get(FutureTask<String> task) {
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ServicesCheck.problem(
          "Its view was still busy on the event dispatch thread.",
          "Only build components in open(); what takes time is a job of the desk.");
    } catch (ExecutionException broken) {
      Throwable cause = Objects.requireNonNullElse(broken.getCause(), broken);
      if (cause instanceof InvocationTargetException thrown && thrown.getCause() != null) {
        cause = thrown.getCause();
      }
      if (cause instanceof HeadlessException) {
        throw new NeedsDisplay(cause);
      }
      if (cause instanceof ProblemException told) {
        throw told;
      }
      throw ServicesCheck.problem(
          "Its view threw %s.".formatted(Causes.words(cause)),
          "Open with an empty desk: no data, no run, no picked image.");
    }
  }

  private static Optional<Class<?>> type(Class<?> of) {
    for (@Nullable Class<?> at = of; at != null; at = at.getSuperclass()) {
      for (Class<?> one : at.getInterfaces()) {
        if (one.getName().equals(VIEW)) {
          return Optional.of(one);
        }
      }
    }
    return Optional.empty();
  }

  private String open(Class<?> type, Object view) throws ReflectiveOperationException {
    String id = String.valueOf(type.getMethod("id").invoke(view));
    Class<?> desk = Class.forName("axial.view.Desk", false, type.getClassLoader());
    Class<?> part = Class.forName("axial.view.Part", false, type.getClassLoader());
    long began = System.nanoTime();
    @Nullable Object opened =
        type.getMethod("open", desk).invoke(view, new BlankDesk(workspace).of(desk));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    if (took.compareTo(AT_ONCE) > 0) {
      throw ServicesCheck.problem(
          "The view %s kept the event dispatch thread for %d ms.".formatted(id, took.toMillis()),
          "Only build components in open(); what takes time is a job of the desk.");
    }
    if (opened == null || !(part.getMethod("component").invoke(opened) instanceof JComponent on)) {
      throw ServicesCheck.problem(
          "The view %s opens to no component.".formatted(id),
          "Return a part whose component() is a component of Swing.");
    }
    paint(on);
    part.getMethod("shown").invoke(opened);
    part.getMethod("hidden").invoke(opened);
    part.getMethod("close").invoke(opened);
    return id;
  }

  private static void paint(JComponent component) {
    component.setSize(SIZE);
    component.doLayout();
    BufferedImage image = new BufferedImage(SIZE.width, SIZE.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      component.paint(graphics);
    } finally {
      graphics.dispose();
    }
  }
}
