package axial.workbench.bundles;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes jars that are dropped on a component. */
final class JarDrop extends TransferHandler {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<List<Path>> take;

  JarDrop(Consumer<List<Path>> take) {
    this.take = take;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  @SuppressWarnings("unchecked") // the flavour says that it is a list of files
  public boolean importData(TransferSupport support) {
    try {
      List<File> files =
          (List<File>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      List<File> jars = files.stream().filter(file -> file.getName().endsWith(".jar")).toList();
      take.accept(jars.stream().map(File::toPath).toList());
      return !jars.isEmpty();
    } catch (UnsupportedFlavorException | IOException gone) {
      return false;
    }
  }
}
