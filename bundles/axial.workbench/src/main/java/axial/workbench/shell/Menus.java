package axial.workbench.shell;

import axial.view.Command;
import axial.view.Perspective;
import axial.workbench.command.Palette;
import axial.workbench.look.Look;
import axial.workbench.look.Theme;
import axial.workbench.share.Scope;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** The menu bar, and the window's own commands. */
final class Menus {

  /** Commands of views that stand in the menu "File" while their views are there. */
  private static final List<String> OPENING = List.of("data.open", "data.phantoms");

  /** The same for what changes the extensions of the workspace. */
  private static final List<String> EXTENSIONS =
      List.of(
          "bundles.install", "catalogs.add", "extensions.write-lock", "extensions.restore-lock");

  private static final int RECENT = 5;
  private static final String REDO_KEY = "ctrl shift Z";
  private static final KeyStroke REDO = KeyStroke.getKeyStroke(REDO_KEY);

  /** The key that other programs have for the same. */
  private static final KeyStroke REDO_AS_ELSEWHERE = KeyStroke.getKeyStroke("ctrl Y");

  private final JFrame frame;
  private final Office office;
  private final Look look;

  Menus(JFrame frame, Office office, Look look) {
    this.frame = frame;
    this.office = office;
    this.look = look;
  }

  /** Offers the window's commands and shows the menus. */
  void install(
      Consumer<Perspective> show, Runnable reset, Runnable reload, Runnable close, Scope scope) {
    Palette palette = new Palette(frame, office.commands());
    List<Command> own = new ArrayList<>();
    own.add(
        Command.of("window.palette", "Show all commands", palette::open).withKey("ctrl shift P"));
    own.add(
        Command.of("window.undo", "Undo", this::undo)
            .withKey("ctrl Z")
            .when(() -> office.undo().undoable().isPresent()));
    own.add(
        Command.of("window.redo", "Redo", this::redo)
            .withKey(REDO_KEY)
            .when(() -> office.undo().redoable().isPresent()));
    own.add(Command.of("window.reset", "Put these views back to their places", reset));
    own.add(Command.of("window.quit", "Quit Axial", close).withKey("ctrl Q"));
    for (Perspective one : Perspective.values()) {
      own.add(
          Command.of(id(one), "Go to " + one.title(), () -> show.accept(one))
              .withKey("ctrl " + (one.ordinal() + 1)));
    }
    for (Theme theme : Theme.values()) {
      own.add(Command.of(id(theme), "Theme: " + theme.title(), () -> look.theme(theme)));
    }
    for (int percent : Look.SCALES) {
      own.add(
          Command.of(
              id(percent),
              "Scale: " + percent + " %",
              () -> {
                look.scale(percent);
                reload.run();
              }));
    }
    own.forEach(command -> office.commands().addToWindow(frame.getRootPane(), command, scope));
    frame
        .getRootPane()
        .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
        .put(REDO_AS_ELSEWHERE, "window.redo");
    KeyEventDispatcher unfocused = event -> takeUnfocused(event, own);
    KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    focus.addKeyEventDispatcher(unfocused);
    scope.atEnd(() -> focus.removeKeyEventDispatcher(unfocused));
    frame.setJMenuBar(bar());
  }

  /** Keys work as well when what had the focus has gone and nothing has it. */
  private static boolean takeUnfocused(KeyEvent event, List<Command> own) {
    KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    if (event.getID() != KeyEvent.KEY_PRESSED || focus.getFocusOwner() instanceof JComponent) {
      return false;
    }
    KeyStroke pressed = KeyStroke.getKeyStrokeForEvent(event);
    KeyStroke key = pressed.equals(REDO_AS_ELSEWHERE) ? REDO : pressed;
    Optional<Command> wanted =
        own.stream()
            .filter(command -> command.key().filter(key::equals).isPresent())
            .filter(command -> command.enabled().getAsBoolean())
            .findFirst();
    wanted.ifPresent(command -> command.action().run());
    return wanted.isPresent();
  }

  private JMenuBar bar() {
    List<String> view = new ArrayList<>();
    for (Perspective one : Perspective.values()) {
      view.add(id(one));
    }
    view.add("window.reset");
    List<String> themes = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      themes.add(id(theme));
    }
    List<String> scales = new ArrayList<>();
    for (int percent : Look.SCALES) {
      scales.add(id(percent));
    }
    JMenuBar bar = new JMenuBar();
    List<String> workspaces = new ArrayList<>(List.of(Workspaces.OPEN));
    for (int i = 0; i < RECENT; i++) {
      workspaces.add(Workspaces.RECENT + i);
    }
    bar.add(menu("File", OPENING, EXTENSIONS, workspaces, List.of("window.quit")));
    bar.add(menu("Edit", List.of("window.undo", "window.redo"), List.of("window.palette")));
    bar.add(menu("View", view, themes, scales));
    bar.add(menu("Training", TrainingsAtOnce.ids()));
    return bar;
  }

  private static String id(Perspective one) {
    return "window.perspective." + one.name().toLowerCase(Locale.ROOT);
  }

  private static String id(Theme theme) {
    return "window.theme." + theme.name().toLowerCase(Locale.ROOT);
  }

  private static String id(int percent) {
    return "window.scale." + percent;
  }

  /** A menu of those commands that there are when it is opened, in groups. */
  @SafeVarargs
  private JMenu menu(String title, List<String>... groups) {
    JMenu menu = new JMenu(title);
    menu.setName("menu." + title.toLowerCase(Locale.ROOT));
    menu.setMnemonic(title.charAt(0));
    menu.addMenuListener(
        new Filling(
            () -> {
              menu.removeAll();
              for (List<String> group : groups) {
                if (menu.getItemCount() > 0) {
                  menu.addSeparator();
                }
                group.forEach(id -> office.commands().find(id).ifPresent(c -> menu.add(item(c))));
              }
            }));
    return menu;
  }

  private JMenuItem item(Command command) {
    JMenuItem item = new JMenuItem(title(command));
    item.setName(command.id());
    item.setEnabled(command.enabled().getAsBoolean());
    item.addActionListener(event -> command.action().run());
    command.key().ifPresent(item::setAccelerator);
    return item;
  }

  private String title(Command command) {
    return switch (command.id()) {
      case "window.undo" -> with("Undo", office.undo().undoable());
      case "window.redo" -> with("Redo", office.undo().redoable());
      default -> command.title();
    };
  }

  private static String with(String what, Optional<String> change) {
    return change.map(title -> what + ": " + title).orElse(what);
  }

  private void undo() {
    office.undo().undo().ifPresent(title -> office.screen().note("Undone: " + title));
  }

  private void redo() {
    office.undo().redo().ifPresent(title -> office.screen().note("Done again: " + title));
  }
}
