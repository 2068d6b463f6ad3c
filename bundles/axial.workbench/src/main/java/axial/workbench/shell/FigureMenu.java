package axial.workbench.shell;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.Command;
import axial.view.Desk;
import axial.view.figure.Drawing;
import axial.view.figure.Figure;
import axial.view.figure.FigureWriter;
import axial.workbench.share.Scope;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** The menu of a figure: copy it, export it with its data, copy how it came about. */
final class FigureMenu {

  private static final int COPY_SCALE = 2;

  private final Supplier<List<FigureWriter>> writers;

  FigureMenu(Supplier<List<FigureWriter>> writers) {
    this.writers = writers;
  }

  /** Gives a component the menu, and the palette the commands. */
  void attach(JComponent on, Figure figure, Desk desk, Scope scope) {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("figure.menu");
    on.setComponentPopupMenu(menu);
    scope.atEnd(() -> on.setComponentPopupMenu(null));
    menu.addPopupMenuListener(
        new Filling(
            () -> {
              menu.removeAll();
              for (Command command : commands(on, figure, desk)) {
                JMenuItem item = new JMenuItem(command.title());
                item.setName(command.id());
                item.addActionListener(event -> command.action().run());
                menu.add(item);
              }
            }));
    menu.add(new JMenuItem("Export"));
    desk.command(
        Command.of(
                "figure.export." + figure.name(),
                "Export the figure \"" + figure.name().replace('-', ' ') + "\"",
                () -> menu.show(on, 0, 0))
            .when(on::isShowing));
  }

  private List<Command> commands(JComponent on, Figure figure, Desk desk) {
    List<Command> commands = new ArrayList<>();
    commands.add(Command.of("figure.copy", "Copy as picture", () -> copy(figure, desk)));
    for (FigureWriter writer : writers.get()) {
      String format = writer.format();
      commands.add(
          Command.of(
              "figure." + format,
              "Export as %s, with its data …".formatted(format.toUpperCase(Locale.ROOT)),
              () -> export(on, figure, writer, desk)));
    }
    commands.add(Command.of("figure.csv", "Copy the data as CSV", () -> text(csv(figure), desk)));
    commands.add(
        Command.of("figure.methods", "Copy as methods text", () -> text(figure.methods(), desk)));
    return commands;
  }

  private static void text(String text, Desk desk) {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    desk.note("Copied.");
  }

  private static void copy(Figure figure, Desk desk) {
    Dimension size = figure.size();
    BufferedImage image =
        new BufferedImage(
            size.width * COPY_SCALE, size.height * COPY_SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(COPY_SCALE, COPY_SCALE);
    figure.paint(graphics, size);
    graphics.dispose();
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new Copied(image), null);
    desk.note("Copied.");
  }

  private static void export(JComponent on, Figure figure, FigureWriter writer, Desk desk) {
    JFileChooser chooser = new JFileChooser();
    chooser.setName("figure.file");
    chooser.setDialogTitle("Export " + figure.name().replace('-', ' '));
    chooser.setSelectedFile(Path.of(figure.name() + "." + writer.format()).toFile());
    if (chooser.showSaveDialog(on) != JFileChooser.APPROVE_OPTION) {
      return;
    }
    Path file = chooser.getSelectedFile().toPath().toAbsolutePath();
    String data = csv(figure);
    Dimension size = figure.size();
    Drawing drawing =
        new Drawing(figure.caption(), size, graphics -> paint(figure, graphics, size));
    desk.jobs()
        .start(
            "Export " + figure.name().replace('-', ' '),
            progress -> {
              write(file, writer, drawing);
              Path table = file.resolveSibling(stem(file) + ".csv");
              whole(table, out -> out.write(data.getBytes(StandardCharsets.UTF_8)));
              return file;
            },
            written -> desk.note("Exported to " + written + ", its data beside it."));
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /** Paints on the event dispatch thread, as figures are not to be touched elsewhere. */
  private static void paint(Figure figure, Graphics2D graphics, Dimension size) {
    try {
      EventQueue.invokeAndWait(() -> figure.paint(graphics, size));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The export was interrupted.", ending);
    } catch (InvocationTargetException broken) {
      throw new IllegalStateException(
          "The figure \"" + figure.name() + "\" could not be drawn.", broken.getCause());
    }
  }

  private static void write(Path file, FigureWriter writer, Drawing drawing) {
    whole(file, out -> writer.write(drawing, out));
  }

  /** Something that writes. */
  private interface Filler {
    void fill(OutputStream out) throws IOException;
  }

  private static void whole(Path file, Filler filler) {
    try {
      Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
      Path part = Files.createTempFile(folder, ".axial", ".part");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          filler.fill(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException refused) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The file " + file + " cannot be written: " + refused.getMessage() + ".",
              "Choose another folder, or free some space."),
          refused);
    }
  }

  /** Its data, with the id of its run in the last column where it has one. */
  static String csv(Figure figure) {
    StringWriter text = new StringWriter();
    CsvWriter rows = CsvWriter.builder().build(text);
    Optional<String> run = figure.run();
    boolean head = true;
    for (List<String> row : figure.data()) {
      List<String> whole = new ArrayList<>(row);
      if (run.isPresent()) {
        whole.add(head ? "run" : run.get());
      }
      rows.writeRecord(whole);
      head = false;
    }
    return text.toString();
  }

  /** A picture on the clipboard. */
  private record Copied(Image image) implements Transferable {
    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.imageFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return DataFlavor.imageFlavor.equals(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
      if (!isDataFlavorSupported(flavor)) {
        throw new UnsupportedFlavorException(flavor);
      }
      return image;
    }
  }
}
