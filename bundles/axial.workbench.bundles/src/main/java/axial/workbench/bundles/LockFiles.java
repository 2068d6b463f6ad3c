package axial.workbench.bundles;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks for lock files. Only on the event dispatch thread. */
final class LockFiles {

  private static final String NAME = "extensions.lock";

  private LockFiles() {}

  /** Where to write one; one that is there is replaced only after a question. */
  static Optional<Path> write(Component over) {
    JFileChooser chooser = chooser("Write lock file");
    chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), NAME));
    if (chooser.showDialog(over, "Write") != JFileChooser.APPROVE_OPTION) {
      return Optional.empty();
    }
    Path file = chooser.getSelectedFile().toPath();
    Object[] options = {"Replace", "Cancel"};
    boolean free =
        !chooser.getSelectedFile().exists()
            || JOptionPane.showOptionDialog(
                    over,
                    "There is a file " + file.getFileName() + " already. Replace it?",
                    "Replace",
                    JOptionPane.DEFAULT_OPTION,
                    JOptionPane.QUESTION_MESSAGE,
                    null,
                    options,
                    options[1])
                == 0;
    return free ? Optional.of(file) : Optional.empty();
  }

  /** Which one to read. */
  static Optional<Path> read(Component over) {
    JFileChooser chooser = chooser("Restore lock file");
    return chooser.showDialog(over, "Restore") == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath())
        : Optional.empty();
  }

  private static JFileChooser chooser(String title) {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle(title);
    chooser.setFileFilter(new FileNameExtensionFilter("Lock files (*.lock)", "lock"));
    return chooser;
  }
}
