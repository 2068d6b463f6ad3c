package axial.workbench.shell;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.Command;
import axial.view.Jobs;
import axial.workbench.command.Commands;
import axial.workbench.look.Preferences;
import axial.workbench.share.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFileChooser;
import javax.swing.JFrame;

/** Other workspaces: each is opened in a window, and a process, of its own. */
final class Workspaces {

  /** Begins the ids of the commands that open a recent workspace. */
  static final String RECENT = "window.workspace.recent.";

  /** The command that asks for a workspace. */
  static final String OPEN = "window.workspace.open";

  private static final int MOST = 8;
  private static final String KEY = "workspace.";
  private static final String PROPERTY = "-Daxial.workspace=";

  private final Preferences preferences;
  private final Path current;

  Workspaces(Preferences preferences, Path current) {
    this.preferences = preferences;
    this.current = current.toAbsolutePath().normalize();
  }

  /** Remembers the present workspace, and offers the others. */
  void install(JFrame frame, Commands commands, Jobs jobs, Scope scope) {
    List<Path> others = recent();
    others.remove(current);
    List<Path> kept = new ArrayList<>(others);
    kept.add(0, current);
    for (int i = 0; i < Math.min(MOST, kept.size()); i++) {
      preferences.put(KEY + i, kept.get(i).toString());
    }
    commands.add(Command.of(OPEN, "Open another workspace …", () -> choose(frame, jobs)), scope);
    for (int i = 0; i < Math.min(MOST, others.size()); i++) {
      Path other = others.get(i);
      commands.add(
          Command.of(RECENT + i, "Open workspace " + other, () -> open(other, jobs)), scope);
    }
  }

  private List<Path> recent() {
    List<Path> found = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      String path = preferences.get(KEY + i, "");
      if (!path.isBlank()) {
        found.add(Path.of(path));
      }
    }
    return found;
  }

  private static void choose(JFrame frame, Jobs jobs) {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle("Open a workspace");
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    if (chooser.showOpenDialog(frame) == JFileChooser.APPROVE_OPTION) {
      open(chooser.getSelectedFile().toPath(), jobs);
    }
  }

  private static void open(Path workspace, Jobs jobs) {
    jobs.start("Open workspace " + workspace, progress -> start(workspace), started -> {});
  }

  /** Starts this very program once more. */
  private static long start(Path workspace) {
    ProcessHandle.Info own = ProcessHandle.current().info();
    if (own.command().isEmpty() || own.arguments().isEmpty()) {
      throw refused(workspace, "this system does not say how Axial was started");
    }
    List<String> command = new ArrayList<>(List.of(own.command().get()));
    for (String argument : own.arguments().get()) {
      command.add(argument.startsWith(PROPERTY) ? PROPERTY + workspace : argument);
    }
    try {
      return new ProcessBuilder(command).inheritIO().start().pid();
    } catch (IOException failed) {
      throw refused(workspace, String.valueOf(failed.getMessage()));
    }
  }

  private static ProblemException refused(Path workspace, String why) {
    return ProblemException.of(
        Problem.Kind.MACHINE,
        "The workspace %s cannot be opened from here: %s.".formatted(workspace, why),
        "Start Axial with AXIAL_WORKSPACE=" + workspace + " instead.");
  }
}
