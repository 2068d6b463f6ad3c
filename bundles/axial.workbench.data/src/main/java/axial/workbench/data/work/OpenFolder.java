package axial.workbench.data.work;

import axial.view.Desk;
import axial.view.part.EmptyPanel;
import java.awt.BorderLayout;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.JFileChooser;
import javax.swing.JPanel;

/** Opens what a user chooses: a folder of scans, or phantoms. */
public final class OpenFolder {

  /** Address of the computed phantoms. */
  public static final String PHANTOMS = "phantom";

  private OpenFolder() {}

  /** Asks for one or more folders and opens them. */
  public static void ask(Component near, Desk desk, Workset work) {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle("Open a folder of scans");
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    chooser.setMultiSelectionEnabled(true);
    chooser.setApproveButtonText("Open");
    if (chooser.showOpenDialog(near) == JFileChooser.APPROVE_OPTION) {
      List<Path> chosen = Arrays.stream(chooser.getSelectedFiles()).map(File::toPath).toList();
      work.open(desk, address(chosen), Map.of());
    }
  }

  /** The address of some folders together. */
  public static String address(List<Path> folders) {
    return folders.stream()
        .map(folder -> folder.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Opens the phantoms. */
  public static void phantoms(Desk desk, Workset work) {
    work.open(desk, PHANTOMS, Map.of());
  }

  /** What a view shows while nothing is open, with the next step to open a folder or phantoms. */
  public static JPanel empty(Desk desk, Workset work, String title, String text) {
    JPanel panel = new JPanel(new BorderLayout());
    panel.add(
        new EmptyPanel(
            title,
            text,
            new EmptyPanel.Step("Open a folder of scans\u2026", () -> ask(panel, desk, work)),
            new EmptyPanel.Step("Use phantoms", () -> phantoms(desk, work))));
    return panel;
  }
}
