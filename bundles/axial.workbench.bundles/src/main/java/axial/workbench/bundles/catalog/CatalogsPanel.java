package axial.workbench.bundles.catalog;

import axial.view.Command;
import axial.view.Desk;
import axial.view.form.Typed;
import axial.view.form.WrappedText;
import axial.view.part.EmptyPanel;
import axial.workbench.bundles.change.Asking;
import axial.workbench.bundles.change.Question;
import axial.workbench.bundles.part.LineTable;
import axial.workbench.bundles.part.LineTable.Column;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The catalogs above, what they offer below, and the form in which one is added. */
final class CatalogsPanel extends JPanel implements CatalogsScreen {

  private static final long serialVersionUID = 1L;
  private static final String LIST = "list";
  private static final String ADDING = "adding";
  private static final String NONE = "none";
  private static final double OFFERS = 0.62;
  private static final int WIDE = 70;

  private final LineTable<CatalogRow> catalogs =
      new LineTable<>(
          "catalogs.table",
          "Catalogs",
          List.of(
              Column.of("Catalog", 16, row -> row.catalog().name()),
              Column.of("Address", 24, row -> row.catalog().address().toString()),
              Column.of("Version", 6, row -> Long.toString(row.catalog().version())),
              Column.of("Key", 15, CatalogRow::publisher).withTip(row -> row.catalog().publisher()),
              Column.of("State", 26, CatalogRow::state)));
  private final LineTable<Offer> offers =
      new LineTable<>(
          "offers.table",
          "Extensions that catalogs offer",
          List.of(
              Column.of("Extension", 15, Offer::symbolicName),
              Column.of("Newest", 8, Offer::newestVersion),
              Column.of("Installed", 10, Offer::installedVersion),
              Column.of("Author", 10, one -> one.newest().author()),
              Column.of("Licence", 9, one -> one.newest().licence()),
              Column.of("Size", 6, Offer::size),
              Column.of("State", 20, Offer::state)));
  private final OfferPanel detail = new OfferPanel();
  private final AddPanel adding = new AddPanel();
  private final JTextField filter = new JTextField();
  private final JButton add = button("add", "Add a catalog\u2026");
  private final JButton refresh = button("refresh", "Refresh");
  private final JButton remove = button("remove", "Remove");
  private final JButton revoke = button("revoke", "Revoke key\u2026");
  private final WrappedText troubles = new WrappedText("Label.foreground");
  private final JLabel summary = new JLabel(" ");
  private transient Runnable read = () -> {};
  private String card = LIST;
  private boolean busy;

  CatalogsPanel() {
    super(new CardLayout());
    setName("catalogs.list");
    JPanel list =
        new JPanel(
            new MigLayout(
                "insets rel, fill, wrap 1",
                "[grow]",
                "[]rel[90lp:20%:, grow 0]unrel[]rel[grow]rel[]"));
    JPanel bar = new JPanel(new MigLayout("insets 0, fillx", "[grow]unrel[][][]unrel[]"));
    JLabel heading = new JLabel("Catalogs that this workspace knows");
    heading.putClientProperty("FlatLaf.style", "font: bold");
    bar.add(heading, "wmin 0");
    bar.add(refresh);
    bar.add(remove);
    bar.add(revoke);
    bar.add(add);
    list.add(bar, "growx");
    JPanel known = new JPanel(new MigLayout("insets 0, fill, wrap 1, hidemode 3", "[grow]", ""));
    known.add(new JScrollPane(catalogs), "grow, push, wmin 0, hmin 0");
    troubles.setName("catalogs.troubles");
    known.add(troubles, "growx, wmin 0");
    list.add(known, "grow, wmin 0, hmin 0");
    filter.setName("offers.filter");
    filter.putClientProperty("JTextField.placeholderText", "Search by name, words or author");
    filter.getAccessibleContext().setAccessibleName("Search");
    JPanel offerBar = new JPanel(new MigLayout("insets 0, fillx", "[grow]unrel[]"));
    JLabel offered = new JLabel("What they offer");
    offered.putClientProperty("FlatLaf.style", "font: bold");
    offerBar.add(offered, "wmin 0");
    offerBar.add(filter, "wmin 0, w 220lp");
    list.add(offerBar, "growx");
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, new JScrollPane(offers), detail);
    split.setResizeWeight(OFFERS);
    int em = offers.getFontMetrics(offers.getFont()).charWidth('m');
    offers.setPreferredScrollableViewportSize(new Dimension(WIDE * em, em));
    split.setBorder(null);
    list.add(split, "grow, wmin 0, hmin 0");
    summary.setName("offers.summary");
    list.add(summary, "growx, wmin 0");
    add(list, LIST);
    add(adding, ADDING);
    add(
        new EmptyPanel(
            "No catalog is known",
            "A catalog is a folder or a web address where a lab keeps its extensions. Add one to"
                + " see what it offers.",
            new EmptyPanel.Step("Add a catalog\u2026", add::doClick)),
        NONE);
    remove.setEnabled(false);
    revoke.setEnabled(false);
  }

  private static JButton button(String name, String title) {
    JButton button = new JButton(title);
    button.setName("catalogs." + name);
    return button;
  }

  /** Connects what the user does to controllers. */
  void connect(Desk desk, CatalogsController controller, AddController adder) {
    read = controller::read;
    detail.connect(controller);
    adding.connect(
        adder,
        added -> {
          card(LIST);
          controller.read();
        });
    Runnable open =
        () -> {
          desk.reveal(CatalogsView.ID);
          adder.open();
          card(ADDING);
          adding.focus();
        };
    add.addActionListener(event -> open.run());
    refresh.addActionListener(event -> controller.refresh());
    remove.addActionListener(event -> controller.remove());
    revoke.addActionListener(event -> controller.revoke());
    catalogs.onChoice(
        () -> {
          controller.choose(catalogs.selected());
          ready();
        });
    offers.onChoice(
        () -> {
          controller.mark(offers.selected());
          detail.show(offers.selected());
        });
    filter.getDocument().addDocumentListener(new Typed(() -> controller.filter(filter.getText())));
    desk.command(Command.of("catalogs.add", "Add catalog\u2026", open));
    desk.command(
        this, Command.of("catalogs.refresh", "Read the catalogs anew", controller::refresh));
  }

  /** The form in which a catalog is added. */
  AddPanel adding() {
    return adding;
  }

  private void card(String name) {
    card = name;
    ((CardLayout) getLayout()).show(this, name);
  }

  private void ready() {
    boolean one = !busy && catalogs.selected().isPresent();
    remove.setEnabled(one);
    revoke.setEnabled(one);
  }

  @Override
  public void catalogs(List<CatalogRow> rows, Optional<CatalogRow> chosen) {
    catalogs.show(
        rows,
        row ->
            chosen
                .filter(one -> one.catalog().address().equals(row.catalog().address()))
                .isPresent());
    refresh.setEnabled(!rows.isEmpty());
    troubles.setText(
        rows.stream()
            .filter(row -> !row.catalog().trouble().isEmpty())
            .map(row -> row.catalog().name() + ": " + row.catalog().trouble())
            .collect(Collectors.joining("\n")));
    troubles.setVisible(!troubles.getText().isEmpty());
    if (!card.equals(ADDING)) {
      card(rows.isEmpty() ? NONE : LIST);
    }
    ready();
  }

  @Override
  public void offers(List<Offer> shown, int all, Optional<Offer> chosen) {
    offers.show(
        shown,
        row -> chosen.filter(one -> one.symbolicName().equals(row.symbolicName())).isPresent());
    detail.show(chosen);
    long newer = shown.stream().filter(Offer::isNewer).count();
    String count = all == 1 ? "1 extension" : all + " extensions";
    summary.setText(
        (shown.size() == all ? count : shown.size() + " of " + count)
            + (newer == 0 ? "." : newer == 1 ? ", 1 update." : ", " + newer + " updates."));
  }

  @Override
  public void pictures(List<BufferedImage> pictures, List<String> troubles) {
    detail.pictures(pictures, troubles);
  }

  @Override
  public void busy(boolean changing) {
    busy = changing;
    detail.busy(changing);
    ready();
  }

  @Override
  public boolean agreed(Question question) {
    return Asking.agreed(this, question);
  }

  @Override
  public void changed() {
    read.run();
  }
}
