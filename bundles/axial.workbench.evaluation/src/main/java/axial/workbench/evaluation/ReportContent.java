package axial.workbench.evaluation;

import axial.run.RunRecord;
import axial.view.Command;
import axial.view.Desk;
import java.awt.Font;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The report as text with a button that copies it. */
final class ReportContent implements Content<String> {

  private static final String NAME = "evaluation.report";

  private final Desk desk;
  private final Consumer<String> clipboard;
  private final JPanel panel =
      new JPanel(new MigLayout("fill, insets 0, wrap 1", "[grow, fill]", "[grow, fill][]"));
  private final JTextArea text = new Fixed();

  ReportContent(Desk desk) {
    this(desk, ReportContent::toClipboard);
  }

  ReportContent(Desk desk, Consumer<String> clipboard) {
    this.desk = desk;
    this.clipboard = clipboard;
    text.setName(NAME + ".text");
    text.setEditable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.getAccessibleContext().setAccessibleName("Report");
    JButton copy = new JButton("Copy text");
    copy.setName(NAME + ".copy");
    copy.addActionListener(event -> copy());
    panel.add(new JScrollPane(text), "wmin 0, hmin 0");
    panel.add(copy, "growx 0");
    desk.command(
        panel,
        Command.of("evaluation.copy-report", "Copy the report as text", this::copy)
            .when(() -> !text.getText().isEmpty()));
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Optional<String> prepare(RunRecord record) {
    return ReportText.of(record);
  }

  @Override
  public void show(RunRecord record, String prepared) {
    text.setText(prepared);
    text.setCaretPosition(0);
  }

  private void copy() {
    clipboard.accept(text.getText());
    desk.note("The report is on the clipboard.");
  }

  private static void toClipboard(String copied) {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(copied), null);
  }

  /** Text of one width, as large as the window's. */
  private static final class Fixed extends JTextArea {
    private static final long serialVersionUID = 1L;

    Fixed() {
      super(14, 72);
    }

    @Override
    public void updateUI() {
      super.updateUI();
      Font font = UIManager.getFont("Label.font");
      setFont(new Font(Font.MONOSPACED, Font.PLAIN, font.getSize()));
    }
  }
}
