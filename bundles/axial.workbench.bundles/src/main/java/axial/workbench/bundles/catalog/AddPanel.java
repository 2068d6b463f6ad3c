package axial.workbench.bundles.catalog;

import axial.extension.Catalogs.Catalog;
import axial.view.form.Typed;
import axial.view.form.WrappedText;
import java.awt.Font;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/** The form in which a catalog is looked at, compared and added. */
final class AddPanel extends JPanel implements AddController.Screen {

  private static final long serialVersionUID = 1L;
  private static final float LARGE = 1.6f;

  private final JComboBox<String> address = new JComboBox<>();
  private final JButton look = button("look", "Look");
  private final JButton folder = button("folder", "Folder\u2026");
  private final JButton add = button("confirm", "Add this catalog");
  private final JButton cancel = button("cancel", "Cancel");
  private final JLabel name = new JLabel();
  private final WrappedText facts = new WrappedText("Label.foreground");
  private final JTextArea fingerprint = new JTextArea();
  private final WrappedText compare = new WrappedText("Label.foreground");
  private final WrappedText reason = new WrappedText("Label.foreground");
  private final JPanel whose =
      new JPanel(new MigLayout("insets 0, wrap 1, fillx, gapy unrel", "[grow, fill]"));
  private transient Consumer<Boolean> ended = added -> {};
  private boolean showing;

  AddPanel() {
    super(new MigLayout("insets panel, wrap 1, hidemode 3", "[grow, fill, ::560lp]", ""));
    setName("catalogs.adding");
    JLabel title = new JLabel("Add a catalog");
    title.putClientProperty("FlatLaf.styleClass", "h3");
    add(title, "wmin 0");
    WrappedText about = new WrappedText("Label.disabledForeground");
    about.setText(
        "A catalog is a folder or a web address where a lab keeps its extensions. Nothing is"
            + " installed by adding it.");
    add(about, "wmin 0, gapbottom unrel");
    address.setName("catalogs.address");
    address.setEditable(true);
    address.getAccessibleContext().setAccessibleName("Address of the catalog");
    typed().setName("catalogs.address.text");
    typed().putClientProperty("JTextField.placeholderText", "http://\u2026 or a folder");
    add(new JLabel("Address"), "wmin 0");
    add(address, "split 3, growx, pushx, wmin 0");
    add(folder, "growx 0");
    add(look, "growx 0");
    reason.setName("catalogs.reason");
    add(reason, "wmin 0, gaptop rel");
    whose.setName("catalogs.whose");
    whose.setOpaque(false);
    name.setName("catalogs.name");
    name.putClientProperty("FlatLaf.styleClass", "h4");
    name.putClientProperty("html.disable", true);
    whose.add(name, "wmin 0");
    whose.add(facts, "wmin 0");
    whose.add(new JLabel("Fingerprint of the key that signed it"), "wmin 0");
    fingerprint.setName("catalogs.fingerprint");
    fingerprint.setEditable(false);
    fingerprint.setOpaque(false);
    fingerprint.setBorder(null);
    fingerprint.getAccessibleContext().setAccessibleName("Fingerprint");
    whose.add(fingerprint, "wmin 0");
    compare.setText(
        "Compare it with the one that the lab told you, by telephone or in person. From then on"
            + " only this key counts for this catalog.");
    whose.add(compare, "wmin 0");
    add(whose, "gaptop unrel, wmin 0");
    add(cancel, "split 2, gaptop unrel, growx 0, tag cancel");
    add(add, "growx 0, tag ok");
    dress();
  }

  private static JButton button(String name, String title) {
    JButton button = new JButton(title);
    button.setName("catalogs." + name);
    return button;
  }

  private JTextComponent typed() {
    return (JTextComponent) address.getEditor().getEditorComponent();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (fingerprint != null) { // the super constructor asks before it is made
      dress();
    }
  }

  private void dress() {
    Font label = getFont();
    fingerprint.setBorder(null);
    fingerprint.setMargin(null);
    fingerprint.setFont(
        new Font(Font.MONOSPACED, Font.BOLD, Math.round(label.getSize2D() * LARGE)));
  }

  /** Connects what the user does to a controller. */
  void connect(AddController controller, Consumer<Boolean> whenEnded) {
    ended = whenEnded;
    look.addActionListener(event -> controller.look(typed().getText()));
    ((JTextField) typed()).addActionListener(event -> controller.look(typed().getText()));
    add.addActionListener(event -> controller.add());
    cancel.addActionListener(event -> controller.cancel());
    folder.addActionListener(event -> choose(controller));
    typed()
        .getDocument()
        .addDocumentListener(
            new Typed(
                () -> {
                  if (!showing) {
                    controller.typed();
                  }
                }));
  }

  private void choose(AddController controller) {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle("Choose the folder of a catalog");
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    if (chooser.showDialog(this, "Choose") == JFileChooser.APPROVE_OPTION) {
      typed().setText(chooser.getSelectedFile().toString());
      controller.look(typed().getText());
    }
  }

  @Override
  public void suggest(List<String> addresses) {
    String text = typed().getText();
    showing = true;
    try {
      address.setModel(new DefaultComboBoxModel<>(addresses.toArray(String[]::new)));
      address.setSelectedItem(text);
    } finally {
      showing = false;
    }
  }

  @Override
  public void looking() {
    reason.setText("Reading\u2026");
    reason.setVisible(true);
    ready(false);
  }

  @Override
  public void seen(Catalog catalog) {
    name.setText(catalog.name());
    int count = catalog.releases().size();
    facts.setText(
        "%s\nVersion %d, %s"
            .formatted(
                catalog.address(),
                catalog.version(),
                count == 1 ? "1 release" : count + " releases"));
    fingerprint.setText(String.join("\n", Fingerprints.lines(catalog.publisher())));
    reason.setVisible(false);
    whose.setVisible(true);
    ready(true);
    add.requestFocusInWindow();
    revalidate();
  }

  @Override
  public void nothing(String why) {
    reason.setText(why);
    reason.setVisible(!why.isEmpty());
    whose.setVisible(false);
    ready(false);
    look.setEnabled(true);
    revalidate();
  }

  private void ready(boolean seen) {
    add.setEnabled(seen);
    look.setEnabled(seen);
  }

  @Override
  public void ended(boolean added) {
    showing = true;
    try {
      typed().setText("");
    } finally {
      showing = false;
    }
    ended.accept(added);
  }

  /** Puts the cursor where the address is typed. */
  void focus() {
    typed().requestFocusInWindow();
  }
}
