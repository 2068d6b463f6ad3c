package axial.workbench.shell;

import axial.workbench.share.Scope;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.TransferHandler;

/**
 * What is done with files that are dropped on the window: the first taker that accepts one has it.
 */
final class Drops extends TransferHandler {

  private static final long serialVersionUID = 1L;

  private final transient List<Taker> takers = new ArrayList<>();
  private final transient Consumer<Path> unwanted;

  private record Taker(String what, Predicate<Path> accepts, Consumer<List<Path>> action) {}

  Drops(Consumer<Path> unwanted) {
    this.unwanted = unwanted;
  }

  void add(String what, Predicate<Path> accepts, Consumer<List<Path>> action, Scope scope) {
    Taker taker = new Taker(what, accepts, action);
    takers.add(taker);
    scope.atEnd(() -> takers.remove(taker));
  }

  /** What can be dropped, in words, such as "a folder of scans or a bundle". */
  String wanted() {
    return String.join(" or ", takers.stream().map(Taker::what).distinct().toList());
  }

  /** Gives each file to the first taker that accepts it, and those of one taker together. */
  private void take(List<Path> files) {
    Map<Taker, List<Path>> taken = new LinkedHashMap<>();
    for (Path file : files) {
      Optional<Taker> taker = takers.stream().filter(t -> t.accepts().test(file)).findFirst();
      taker.ifPresentOrElse(
          t -> taken.computeIfAbsent(t, first -> new ArrayList<>()).add(file),
          () -> unwanted.accept(file));
    }
    taken.forEach((taker, list) -> taker.action().accept(List.copyOf(list)));
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
      Object dropped = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      if (dropped instanceof List<?> files) {
        take(
            files.stream()
                .filter(File.class::isInstance)
                .map(file -> ((File) file).toPath())
                .toList());
      }
      return true;
    } catch (UnsupportedFlavorException | IOException refused) {
      return false;
    }
  }
}
