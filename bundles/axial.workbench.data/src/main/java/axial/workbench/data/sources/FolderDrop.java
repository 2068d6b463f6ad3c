package axial.workbench.data.sources;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes folders that are dragged onto a component. */
final class FolderDrop extends TransferHandler {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<File[]> dropped;

  FolderDrop(Consumer<File[]> dropped) {
    this.dropped = dropped;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  public boolean importData(TransferSupport support) {
    if (!canImport(support)) {
      return false;
    }
    try {
      Object files = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      File[] all =
          files instanceof List<?> list
              ? list.stream().filter(File.class::isInstance).toArray(File[]::new)
              : new File[0];
      if (all.length > 0) {
        dropped.accept(all);
      }
      return all.length > 0;
    } catch (UnsupportedFlavorException | IOException gone) {
      return false;
    }
  }
}
