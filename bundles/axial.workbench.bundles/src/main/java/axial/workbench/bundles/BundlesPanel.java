package axial.workbench.bundles;

import axial.view.Command;
import axial.view.Desk;
import axial.view.form.Typed;
import axial.view.part.EmptyPanel;
import axial.workbench.bundles.change.Asking;
import axial.workbench.bundles.change.Question;
import axial.workbench.bundles.part.Health;
import axial.workbench.bundles.part.LineTable;
import java.awt.CardLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.filechooser.FileNameExtensionFilter;
import net.miginfocom.swing.MigLayout;

/** The list of bundles with what can be done to them. */
final class BundlesPanel extends JPanel implements BundlesScreen {

  private static final long serialVersionUID = 1L;
  private static final String LIST = "list";
  private static final String NOTHING = "nothing";

  private final transient Desk desk;
  private final LineTable<BundleRow> table = BundleTable.make();
  private final JTextField filter = new JTextField();
  private final JButton install = button("install", "Install from a file\u2026");
  private final JButton update = button("update", "Update\u2026");
  private final JButton remove = button("remove", "Remove");
  private final JLabel summary = new JLabel(" ");
  private final JPanel cards = new JPanel(new CardLayout());
  private transient Runnable changed = () -> {};
  private boolean busy;

  BundlesPanel(Desk desk) {
    super(new MigLayout("insets rel, fill, wrap 1", "[grow]", "[]rel[grow]rel[]"));
    this.desk = desk;
    setName("bundles.list");
    JPanel bar = new JPanel(new MigLayout("insets 0, fillx", "[grow]unrel[][]unrel[]"));
    filter.setName("bundles.filter");
    filter.putClientProperty("JTextField.placeholderText", "Filter by name, state or service");
    filter.getAccessibleContext().setAccessibleName("Filter");
    bar.add(filter, "growx, wmin 0, wmax 200lp");
    bar.add(update);
    bar.add(remove);
    bar.add(install);
    add(bar, "growx");
    JScrollPane scroll = new JScrollPane(table);
    cards.add(scroll, LIST);
    cards.add(
        new EmptyPanel(
            "No bundle fits the filter",
            "The list shows bundles in which all words of the filter are found.",
            new EmptyPanel.Step("Clear the filter", () -> filter.setText(""))),
        NOTHING);
    add(cards, "grow, wmin 0, hmin 0");
    summary.setName("bundles.summary");
    add(summary, "growx, wmin 0");
  }

  private static JButton button(String name, String title) {
    JButton button = new JButton(title);
    button.setName("bundles." + name);
    button.setEnabled(!name.matches("update|remove"));
    return button;
  }

  /** Connects what the user does to a controller. */
  void connect(BundlesController controller) {
    changed = controller::read;
    table.onChoice(
        () -> {
          controller.choose(table.selected());
          ready();
        });
    filter.getDocument().addDocumentListener(new Typed(() -> controller.filter(filter.getText())));
    Runnable installing =
        () -> askForJar("Install from a file").ifPresent(jar -> controller.install(List.of(jar)));
    act(install, "install", "Install an extension from a file", "ctrl I", installing);
    act(update, "update", "Update the selected extension", "ctrl U", controller::update);
    act(remove, "remove", "Remove the selected extension", "DELETE", controller::remove);
    desk.command(
        this,
        Command.of("bundles.start", "Start the selected bundle", controller::start)
            .when(() -> !busy && table.selected().filter(BundleRow::canStart).isPresent()));
    desk.command(
        this,
        Command.of("bundles.stop", "Stop the selected bundle", controller::stop)
            .when(() -> !busy && table.selected().filter(BundleRow::canStop).isPresent()));
    desk.command(
        Command.of(
            "extensions.write-lock",
            "Write lock file\u2026",
            () -> LockFiles.write(this).ifPresent(controller::writeLock)));
    desk.command(
        Command.of(
            "extensions.restore-lock",
            "Restore lock file\u2026",
            () -> LockFiles.read(this).ifPresent(controller::restoreLock)));
    desk.command(
        this,
        Command.of("bundles.read", "Look at the bundles anew", controller::read).withKey("F5"));
    desk.drops("a bundle", file -> file.toString().endsWith(".jar"), controller::install);
    table.setTransferHandler(null); // what is dropped on it goes to the window
  }

  private void act(JButton button, String id, String title, String key, Runnable action) {
    button.addActionListener(event -> action.run());
    Command command = Command.of("bundles." + id, title, action).when(button::isEnabled);
    desk.command(this, key.isEmpty() ? command : command.withKey(key));
    button.setToolTipText(title);
  }

  @Override
  public Optional<Path> askForJar(String title) {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle(title);
    chooser.setFileFilter(new FileNameExtensionFilter("Bundles (*.jar)", "jar"));
    return chooser.showDialog(this, title) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath())
        : Optional.empty();
  }

  @Override
  public void show(List<BundleRow> rows, int all, Optional<BundleRow> chosen) {
    table.show(rows, row -> chosen.filter(row::equals).isPresent());
    ((CardLayout) cards.getLayout()).show(cards, rows.isEmpty() && all > 0 ? NOTHING : LIST);
    long failed = rows.stream().filter(row -> row.bundle().health() == Health.FAILED).count();
    long partly = rows.stream().filter(row -> row.bundle().health() == Health.PARTLY).count();
    String shown =
        rows.size() == all
            ? all == 1 ? "1 bundle" : all + " bundles"
            : rows.size() + " of " + all + " bundles";
    String state =
        failed + partly == 0
            ? rows.isEmpty() ? "" : ", all of them can be used"
            : (failed > 0 ? ", %d cannot be used".formatted(failed) : "")
                + (partly > 0
                    ? partly == 1 ? ", 1 works in part" : ", %d work in part".formatted(partly)
                    : "");
    summary.setText(all == 0 ? "Looking at the bundles\u2026" : shown + state + ".");
    ready();
  }

  @Override
  public void busy(boolean changing) {
    busy = changing;
    ready();
  }

  private void ready() {
    Optional<BundleRow> row = table.selected();
    install.setEnabled(!busy);
    update.setEnabled(!busy && row.filter(BundleRow::canUpdate).isPresent());
    remove.setEnabled(!busy && row.filter(BundleRow::canRemove).isPresent());
  }

  @Override
  public boolean agreed(Question question) {
    return Asking.agreed(this, question);
  }

  @Override
  public void changed() {
    changed.run();
  }
}
