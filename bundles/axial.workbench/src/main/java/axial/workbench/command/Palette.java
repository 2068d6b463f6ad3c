package axial.workbench.command;

import axial.view.Command;
import axial.view.form.Typed;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.awt.event.WindowFocusListener;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** A list of all commands, narrowed down as one types. */
public final class Palette {

  private static final int ROWS = 14;
  private static final int COLUMNS = 44;

  private final JFrame frame;
  private final Commands commands;

  /** A palette over that window. */
  public Palette(JFrame frame, Commands commands) {
    this.frame = frame;
    this.commands = commands;
  }

  /** Shows it until a command was chosen or it loses the focus. */
  public void open() {
    @Nullable Component before = frame.getMostRecentFocusOwner();
    JDialog dialog = new JDialog(frame, "Commands", false);
    dialog.setUndecorated(true);
    DefaultListModel<Command> model = new DefaultListModel<>();
    JList<Command> list = new JList<>(model);
    list.setName("palette.list");
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setVisibleRowCount(ROWS);
    list.setCellRenderer(new Row());
    JTextField field = new JTextField(COLUMNS);
    field.setName("palette.field");
    field.putClientProperty("JTextField.placeholderText", "What do you want to do?");
    field.getAccessibleContext().setAccessibleName("What do you want to do?");
    field.getDocument().addDocumentListener(new Typed(() -> fill(model, list, field.getText())));
    bind(field, KeyEvent.VK_ESCAPE, () -> close(dialog, before));
    bind(field, KeyEvent.VK_ENTER, () -> run(dialog, before, list));
    bind(field, KeyEvent.VK_DOWN, () -> move(list, 1));
    bind(field, KeyEvent.VK_UP, () -> move(list, -1));
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            run(dialog, before, list);
          }
        });
    dialog.addWindowFocusListener(
        new WindowFocusListener() {
          @Override
          public void windowGainedFocus(WindowEvent event) {}

          @Override
          public void windowLostFocus(WindowEvent event) {
            dialog.dispose();
          }
        });
    fill(model, list, "");
    JPanel content = new JPanel(new BorderLayout(0, 4));
    content.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(UIManager.getColor("Component.borderColor")),
            BorderFactory.createEmptyBorder(8, 8, 8, 8)));
    content.add(field, BorderLayout.NORTH);
    content.add(new JScrollPane(list), BorderLayout.CENTER);
    dialog.setContentPane(content);
    dialog.pack();
    Point at = frame.getLocationOnScreen();
    dialog.setLocation(
        at.x + (frame.getWidth() - dialog.getWidth()) / 2, at.y + frame.getHeight() / 8);
    dialog.setVisible(true);
    field.requestFocusInWindow();
  }

  private void fill(DefaultListModel<Command> model, JList<Command> list, String words) {
    model.clear();
    model.addAll(commands.matching(words));
    list.setSelectedIndex(0);
  }

  private static void move(JList<Command> list, int by) {
    int next = list.getSelectedIndex() + by;
    if (next >= 0 && next < list.getModel().getSize()) {
      list.setSelectedIndex(next);
      list.ensureIndexIsVisible(next);
    }
  }

  /** Some desktops give the focus to nobody when a window goes. */
  private void close(JDialog dialog, @Nullable Component before) {
    dialog.dispose();
    Component after = before != null && before.isShowing() ? before : frame.getRootPane();
    after.requestFocus();
  }

  private void run(JDialog dialog, @Nullable Component before, JList<Command> list) {
    Command chosen = list.getSelectedValue();
    if (chosen != null && chosen.enabled().getAsBoolean()) {
      close(dialog, before);
      chosen.action().run();
    }
  }

  private static void bind(JComponent field, int key, Runnable act) {
    String name = "palette." + key;
    field.getInputMap().put(KeyStroke.getKeyStroke(key, 0), name);
    field
        .getActionMap()
        .put(
            name,
            new AbstractAction() {
              private static final long serialVersionUID = 1L;

              @Override
              public void actionPerformed(ActionEvent event) {
                act.run();
              }
            });
  }

  /** A command with its key at the right; grey when it cannot be done now. */
  private static final class Row extends JPanel implements ListCellRenderer<Command> {
    private static final long serialVersionUID = 1L;
    private final JLabel title = new JLabel();
    private final JLabel key = new JLabel();

    Row() {
      super(new BorderLayout(16, 0));
      setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
      add(title, BorderLayout.CENTER);
      add(key, BorderLayout.EAST);
    }

    @Override
    public Component getListCellRendererComponent(
        JList<? extends Command> list, Command command, int index, boolean selected, boolean f) {
      boolean can = command.enabled().getAsBoolean();
      title.setText(command.title());
      key.setText(command.key().map(Keys::text).orElse(""));
      setBackground(selected ? list.getSelectionBackground() : list.getBackground());
      title.setForeground(
          can
              ? (selected ? list.getSelectionForeground() : list.getForeground())
              : UIManager.getColor("Label.disabledForeground"));
      key.setForeground(
          selected
              ? list.getSelectionForeground()
              : UIManager.getColor("Label.disabledForeground"));
      return this;
    }
  }
}
