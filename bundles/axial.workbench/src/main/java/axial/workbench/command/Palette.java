package axial.workbench.command;

import axial.view.Command;
import axial.view.form.Typed;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.ComponentListener;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * A list of all commands, narrowed down as one types. It lies over the content of the window and is
 * no window of its own: desktops differ in whom they give the focus to when a window goes.
 */
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

  /** Shows it until a command was chosen, or one presses Escape or clicks beside it. */
  public void open() {
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
    JPanel content = new JPanel(new BorderLayout(0, 4));
    content.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(UIManager.getColor("Component.borderColor")),
            BorderFactory.createEmptyBorder(8, 8, 8, 8)));
    content.add(field, BorderLayout.NORTH);
    content.add(new JScrollPane(list), BorderLayout.CENTER);
    Cover cover = new Cover(frame, content);
    bind(field, KeyEvent.VK_ESCAPE, cover::close);
    bind(field, KeyEvent.VK_ENTER, () -> run(cover, list));
    bind(field, KeyEvent.VK_DOWN, () -> move(list, 1));
    bind(field, KeyEvent.VK_UP, () -> move(list, -1));
    list.setFocusable(false);
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            run(cover, list);
          }
        });
    field.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            // A view that comes into sight may ask for the focus a little later.
            if (!event.isTemporary() && field.isShowing()) {
              field.requestFocusInWindow();
            }
          }
        });
    fill(model, list, "");
    cover.open();
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

  private static void run(Cover cover, JList<Command> list) {
    Command chosen = list.getSelectedValue();
    if (chosen != null && chosen.enabled().getAsBoolean()) {
      cover.close();
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

  /** Lies over the whole window with the palette near its top, and takes the clicks beside it. */
  private static final class Cover extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int FROM_TOP = 8;

    private final JFrame frame;
    private final JComponent content;
    private final @Nullable Component before;
    private final transient ComponentListener resizing =
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            fit();
          }
        };

    Cover(JFrame frame, JComponent content) {
      this.frame = frame;
      this.content = content;
      this.before = frame.getMostRecentFocusOwner();
      add(content);
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
              close();
            }
          });
    }

    void open() {
      JLayeredPane pane = frame.getLayeredPane();
      for (Component other : pane.getComponentsInLayer(JLayeredPane.MODAL_LAYER)) {
        if (other instanceof Cover open) {
          open.remove();
        }
      }
      pane.add(this, JLayeredPane.MODAL_LAYER);
      pane.addComponentListener(resizing);
      fit();
    }

    private void fit() {
      setBounds(0, 0, frame.getLayeredPane().getWidth(), frame.getLayeredPane().getHeight());
      revalidate();
      repaint();
    }

    @Override
    public void doLayout() {
      Dimension size = content.getPreferredSize();
      int width = Math.min(size.width, getWidth());
      int top = getHeight() / FROM_TOP;
      content.setBounds(
          (getWidth() - width) / 2, top, width, Math.min(size.height, getHeight() - top));
    }

    /** Goes, and gives the focus back to what had it. */
    void close() {
      remove();
      Component after = before != null && before.isShowing() ? before : frame.getRootPane();
      after.requestFocusInWindow();
    }

    void remove() {
      JLayeredPane pane = frame.getLayeredPane();
      pane.removeComponentListener(resizing);
      pane.remove(this);
      pane.repaint();
    }
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
