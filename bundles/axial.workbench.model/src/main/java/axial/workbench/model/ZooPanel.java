package axial.workbench.model;

import axial.model.Network;
import axial.run.Extensions;
import axial.view.Command;
import axial.view.Desk;
import axial.view.form.WrappedText;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableModel;
import net.miginfocom.swing.MigLayout;

/** The models, and the layers of the chosen one as a sketch and as a table. */
final class ZooPanel extends JPanel implements ZooController.Screen {

  private static final long serialVersionUID = 1L;

  private final transient ZooController controller;
  private final DefaultListModel<ZooController.Entry> entries = new DefaultListModel<>();
  private final JList<ZooController.Entry> list = new JList<>(entries);
  private final WrappedText description = new WrappedText("Label.foreground");
  private final WrappedText totals = new WrappedText("Label.disabledForeground");
  private final SketchComponent sketch = new SketchComponent();
  private final DefaultTableModel layers = new LayerTable();
  private final JButton use = new JButton("Choose how to train it");
  private transient Optional<Network> network = Optional.empty();
  private boolean showing;

  ZooPanel(Desk desk, Extensions extensions, ExtensionSignal signal, ChosenModel chosen) {
    super(
        new MigLayout(
            "insets panel, wrap 1", "[grow, fill]", "[]rel[]rel[]unrel[grow, fill]rel[]"));
    setName("model.zoo");
    controller = new ZooController(desk, extensions, signal, chosen, this);
    list.setName("zoo.models");
    list.getAccessibleContext().setAccessibleName("Models");
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setVisibleRowCount(5);
    list.setCellRenderer(new ModelCell());
    list.addListSelectionListener(
        event -> {
          ZooController.Entry entry = list.getSelectedValue();
          if (!showing && entry != null && !event.getValueIsAdjusting()) {
            controller.choose(entry.id());
          }
        });
    description.setName("zoo.description");
    totals.setName("zoo.totals");
    JTable table = new JTable(layers);
    table.setName("zoo.layers");
    table.getAccessibleContext().setAccessibleName("Layers");
    table.setFillsViewportHeight(true);
    table.getColumnModel().getColumn(0).setPreferredWidth(140);
    JTabbedPane tabs = new JTabbedPane();
    tabs.setName("zoo.tabs");
    JScrollPane drawn =
        new JScrollPane(
            sketch,
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    drawn.setBorder(BorderFactory.createEmptyBorder());
    tabs.addTab("Sketch", drawn);
    tabs.addTab("Summary", new JScrollPane(table));
    use.setName("zoo.use");
    use.addActionListener(event -> desk.reveal("model.recipe"));
    add(new JScrollPane(list), "hmin 90lp");
    add(description, "wmin 0");
    add(totals, "wmin 0");
    add(tabs, "wmin 0, hmin 120lp");
    add(use, "growx 0, wmin 0");
    desk.figure(sketch, new SketchFigure(() -> network));
    desk.command(
        this,
        Command.of("model.copy-summary", "Copy the summary of the model", this::copy)
            .when(() -> network.isPresent()));
  }

  ZooController controller() {
    return controller;
  }

  private void copy() {
    network.ifPresent(
        known ->
            Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(known.summary()), null));
  }

  @Override
  public void show(List<ZooController.Entry> models, Optional<ZooController.Entry> chosen) {
    showing = true;
    try {
      entries.clear();
      entries.addAll(models);
      list.clearSelection();
      chosen.ifPresent(entry -> list.setSelectedValue(entry, true));
    } finally {
      showing = false;
    }
    network = chosen.flatMap(ZooController.Entry::network);
    description.setText(
        chosen
            .map(ZooPanel::words)
            .orElse(
                models.isEmpty()
                    ? "There is no model. Install a bundle with one."
                    : "The model that was chosen is not installed. Choose another one."));
    totals.setText(network.map(ZooPanel::totals).orElse(" "));
    use.setEnabled(network.isPresent());
    sketch.show(network);
    layers.setRowCount(0);
    network.ifPresent(
        known ->
            Drawn.of(known)
                .forEach(
                    row ->
                        layers.addRow(
                            new Object[] {
                              row.words(),
                              row.shape(),
                              String.format(Locale.ROOT, "%,d", row.parameters())
                            })));
  }

  private static String words(ZooController.Entry entry) {
    return entry.problem().isEmpty() ? entry.description() : entry.problem();
  }

  private static String totals(Network network) {
    return String.format(
        Locale.ROOT,
        "%,d parameters · %d layers · images of %s",
        network.parameters(),
        network.layers().size(),
        Drawn.shape(network.input()));
  }

  private static final class LayerTable extends DefaultTableModel {
    private static final long serialVersionUID = 1L;

    LayerTable() {
      super(new Object[] {"Layer", "Output", "Parameters"}, 0);
    }

    @Override
    public boolean isCellEditable(int row, int column) {
      return false;
    }
  }
}
