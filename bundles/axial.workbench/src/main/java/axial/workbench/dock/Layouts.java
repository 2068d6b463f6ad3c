package axial.workbench.dock;

import axial.view.Perspective;
import axial.view.Place;
import io.github.andrewauclair.moderndocking.DockableTabPreference;
import io.github.andrewauclair.moderndocking.DockingRegion;
import io.github.andrewauclair.moderndocking.api.DockingAPI;
import io.github.andrewauclair.moderndocking.app.Docking;
import io.github.andrewauclair.moderndocking.app.RootDockingPanel;
import io.github.andrewauclair.moderndocking.exception.DockingLayoutException;
import io.github.andrewauclair.moderndocking.layouts.ApplicationLayout;
import io.github.andrewauclair.moderndocking.layouts.WindowLayout;
import io.github.andrewauclair.moderndocking.settings.Settings;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Where the slots of each perspective stand. Only on the event dispatch thread. The docking library
 * keeps one window at a time; its instance is asked, as its static parts remember the first for
 * ever.
 */
public final class Layouts {

  private static final double LEFT = 0.22;
  private static final double RIGHT = 0.22;
  private static final double BOTTOM = 0.3;

  private final JFrame frame;
  private final Path folder;
  private final DockingAPI docking;
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private final Map<Perspective, WindowLayout> layouts = new EnumMap<>(Perspective.class);
  private Perspective current = Perspective.DATA;

  /** A slot and where it stands until the user moves it. */
  private record Placed(Slot slot, Perspective perspective, Place place, int order) {}

  /**
   * Layouts of a window.
   *
   * @param folder where they are kept between two windows
   */
  public Layouts(JFrame frame, JPanel within, Path folder) {
    this.frame = frame;
    this.folder = folder;
    Settings.setDefaultTabPreference(DockableTabPreference.TOP_ALWAYS);
    Docking.initialize(frame);
    docking = Docking.getSingleInstance();
    within.add(new RootDockingPanel(frame), BorderLayout.CENTER);
  }

  /** The perspective that is shown. */
  public Perspective current() {
    return current;
  }

  /** The slot of a view. */
  public Optional<Slot> slot(String id) {
    return Optional.ofNullable(placed.get(id)).map(Placed::slot);
  }

  /** The perspective of a view. */
  public Optional<Perspective> perspective(String id) {
    return Optional.ofNullable(placed.get(id)).map(Placed::perspective);
  }

  /** Adds a slot; it is docked where it belongs when its perspective is shown. */
  public void add(Slot slot, Perspective perspective, Place place, int order) {
    placed.put(slot.getPersistentID(), new Placed(slot, perspective, place, order));
    docking.registerDockable(slot);
    if (perspective == current) {
      dock(placed.get(slot.getPersistentID()));
    }
  }

  /** Shows another perspective; the layout of the present one is remembered. */
  public void show(Perspective perspective) {
    if (perspective == current) {
      return;
    }
    remember();
    clear();
    current = perspective;
    restore();
    // What had the focus is no longer shown; keys must go somewhere.
    EventQueue.invokeLater(() -> first().ifPresent(Slot::requestFocus));
  }

  private Optional<Slot> first() {
    return inCurrent().stream().map(Placed::slot).filter(Slot::isShowing).findFirst();
  }

  /** Shows the first perspective as it was left in the last window. */
  public void begin(Perspective perspective) {
    current = perspective;
    clear();
    restore();
  }

  /** Makes all parts anew, in fonts of another size. */
  public void reload() {
    placed.values().forEach(one -> one.slot().reload());
  }

  /** Brings a slot to the front, docked again when it was closed. */
  public void reveal(String id) {
    @Nullable Placed wanted = placed.get(id);
    if (wanted == null) {
      return;
    }
    show(wanted.perspective());
    if (!docking.isDocked(wanted.slot())) {
      dock(wanted);
    }
    docking.bringToFront(wanted.slot());
  }

  /** Puts the slots of the present perspective back to where they stand at first. */
  public void reset() {
    layouts.remove(current);
    clear();
    inCurrent().forEach(this::dock);
    front();
  }

  private void restore() {
    @Nullable WindowLayout known = layouts.get(current);
    if (known == null) {
      known = read(current).orElse(null);
    }
    if (known != null) {
      try {
        docking.getDockingState().restoreWindowLayout_PreserveSizeAndPos(frame, known);
      } catch (RuntimeException unusable) {
        // A layout of other views or another version: begin anew.
        clear();
      }
    }
    for (Placed one : inCurrent()) {
      if (!docking.isDocked(one.slot())) {
        dock(one);
      }
    }
    if (known == null) {
      front();
    }
  }

  /** The first view of each place is in front. */
  private void front() {
    for (Place place : Place.values()) {
      inCurrent().stream()
          .filter(one -> one.place() == place && docking.isDocked(one.slot()))
          .findFirst()
          .ifPresent(one -> docking.bringToFront(one.slot()));
    }
  }

  private void clear() {
    for (Placed one : placed.values()) {
      if (docking.isDocked(one.slot())) {
        docking.undock(one.slot());
      }
    }
  }

  private List<Placed> inCurrent() {
    List<Placed> all = new ArrayList<>(placed.values());
    all.removeIf(one -> one.perspective() != current);
    all.sort(
        Comparator.<Placed, Integer>comparing(one -> rank(one.place()))
            .thenComparing(Placed::order));
    return all;
  }

  /** The middle is docked first, then the right of it, then what is below both, then the left. */
  private static int rank(Place place) {
    return switch (place) {
      case CENTER -> 0;
      case RIGHT -> 1;
      case BOTTOM -> 2;
      case LEFT -> 3;
    };
  }

  private void dock(Placed one) {
    Optional<Placed> beside =
        inCurrent().stream()
            .filter(other -> other.place() == one.place() && other != one)
            .filter(other -> docking.isDocked(other.slot()))
            .reduce((first, last) -> last);
    if (beside.isPresent()) {
      docking.dock(one.slot(), beside.get().slot(), DockingRegion.CENTER);
      return;
    }
    switch (one.place()) {
      case CENTER -> docking.dock(one.slot(), frame, DockingRegion.CENTER);
      case LEFT -> docking.dock(one.slot(), frame, DockingRegion.WEST, LEFT);
      case RIGHT -> docking.dock(one.slot(), frame, DockingRegion.EAST, RIGHT);
      case BOTTOM -> docking.dock(one.slot(), frame, DockingRegion.SOUTH, BOTTOM);
    }
  }

  private void remember() {
    layouts.put(current, docking.getDockingState().getWindowLayout(frame));
  }

  private static String name(Perspective perspective) {
    return "layout-" + perspective.name().toLowerCase(Locale.ROOT) + ".xml";
  }

  private Optional<WindowLayout> read(Perspective perspective) {
    Path file = folder.resolve(name(perspective));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      ApplicationLayout layout =
          docking.getLayoutPersistence().loadApplicationLayoutFromFile(file.toFile());
      return Optional.of(layout.getMainFrameLayout());
    } catch (DockingLayoutException | RuntimeException damaged) {
      return Optional.empty(); // the views then stand where they stand at first
    }
  }

  /**
   * The layouts as the contents of files, by the names of the files; on the event dispatch thread.
   * One that cannot be described is left out.
   */
  public Map<String, byte[]> files() {
    remember();
    Map<String, byte[]> files = new LinkedHashMap<>();
    layouts.forEach(
        (perspective, layout) -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try {
            docking
                .getLayoutPersistence()
                .saveLayoutToOutputStream(out, new ApplicationLayout(layout));
            files.put(name(perspective), out.toByteArray());
          } catch (XMLStreamException refused) {
            System.getLogger(Layouts.class.getName())
                .log(System.Logger.Level.DEBUG, "The layout was not kept.", refused);
          }
        });
    return files;
  }

  /** Lets go of the window. */
  public void close() {
    clear();
    placed.values().forEach(one -> docking.deregisterDockable(one.slot()));
    placed.clear();
    Docking.uninitialize();
  }
}
