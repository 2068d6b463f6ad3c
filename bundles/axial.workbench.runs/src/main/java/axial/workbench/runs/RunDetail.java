package axial.workbench.runs;

import axial.view.form.Typed;
import java.awt.Font;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.Timer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** Tags and notes of the selected run, kept as they are typed, and its stamp. */
final class RunDetail extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MS = 700;
  private static final float SMALL = 0.9f;

  private final transient BiConsumer<Path, RunNotes> keep;
  private final JTextArea stamp = new JTextArea();
  private final JTextField tags = new JTextField();
  private final JTextArea text = new JTextArea(3, 10);
  private final JLabel notice = new JLabel("Research software, not a medical device.");
  private final Timer pause;
  private transient Optional<RunRow> row = Optional.empty();
  private boolean filling;

  RunDetail(String prefix, BiConsumer<Path, RunNotes> keep) {
    super(new MigLayout("insets 0, fillx, hidemode 3", "[][grow, fill]"));
    this.keep = keep;
    stamp.setName(prefix + ".stamp");
    stamp.setEditable(false);
    stamp.setLineWrap(true);
    stamp.setWrapStyleWord(true);
    stamp.getAccessibleContext().setAccessibleName("Leaks of this run");
    tags.setName(prefix + ".tags");
    tags.putClientProperty("JTextField.placeholderText", "separated by commas");
    text.setName(prefix + ".notes");
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    pause = new Timer(PAUSE_MS, event -> save());
    pause.setRepeats(false);
    Typed typed = new Typed(this::typed);
    tags.getDocument().addDocumentListener(typed);
    text.getDocument().addDocumentListener(typed);
    FocusAdapter left =
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            save();
          }
        };
    tags.addFocusListener(left);
    text.addFocusListener(left);
    add(stamp, "span, growx, wrap, wmin 0");
    add(named("Tags", tags));
    add(tags, "wrap, wmin 0");
    add(named("Notes", text), "aligny top");
    add(new JScrollPane(text), "wrap, wmin 0, hmin pref");
    add(notice, "span, wmin 0");
    dress();
    show(Optional.empty());
  }

  private static JLabel named(String name, JComponent field) {
    JLabel label = new JLabel(name);
    label.setLabelFor(field);
    return label;
  }

  void show(Optional<RunRow> shown) {
    save();
    boolean same = shown.map(RunRow::folder).equals(row.map(RunRow::folder));
    row = shown;
    boolean typing = tags.hasFocus() || text.hasFocus();
    if (!same || !typing) {
      filling = true;
      tags.setText(shown.map(run -> run.notes().typedTags()).orElse(""));
      text.setText(shown.map(run -> run.notes().text()).orElse(""));
      text.setCaretPosition(0);
      filling = false;
    }
    tags.setEnabled(shown.isPresent());
    text.setEnabled(shown.isPresent());
    stamp.setText(shown.flatMap(RunRow::stamp).orElse(""));
    stamp.setVisible(!stamp.getText().isEmpty());
  }

  private void typed() {
    if (!filling) {
      pause.restart();
    }
  }

  private void save() {
    if (pause.isRunning()) {
      pause.stop();
      row.ifPresent(
          run -> {
            RunNotes changed = RunNotes.of(text.getText(), tags.getText());
            row = Optional.of(run.with(changed));
            keep.accept(run.folder(), changed);
          });
    }
  }

  void close() {
    save();
    pause.stop();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (notice != null) {
      dress();
    }
  }

  private void dress() {
    Font font = UIManager.getFont("Label.font");
    int line = Math.max(2, font.getSize() / 3);
    stamp.setFont(font.deriveFont(Font.BOLD));
    stamp.setOpaque(false);
    stamp.setForeground(UIManager.getColor("Label.foreground"));
    stamp.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(0, line, 0, 0, RunTable.VERMILION),
            BorderFactory.createEmptyBorder(0, line * 2, 0, 0)));
    text.setFont(font);
    notice.setFont(font.deriveFont(font.getSize2D() * SMALL));
    notice.setForeground(UIManager.getColor("Label.disabledForeground"));
  }
}
