package axial.workbench.shell;

import axial.view.Perspective;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;
import javax.swing.UIManager;

/** The perspectives as a row of buttons, and what the window works on. */
final class PerspectiveBar extends JToolBar {

  private static final long serialVersionUID = 1L;

  private final transient Map<Perspective, JToggleButton> buttons =
      new EnumMap<>(Perspective.class);
  private final JLabel data = new JLabel();
  private final JLabel run = new JLabel();

  PerspectiveBar(Consumer<Perspective> chosen) {
    setFloatable(false);
    setName("perspectives");
    ButtonGroup group = new ButtonGroup();
    for (Perspective perspective : Perspective.values()) {
      JToggleButton button = new JToggleButton(perspective.title());
      button.setName("perspective." + perspective.name().toLowerCase(Locale.ROOT));
      button.setToolTipText("Ctrl+" + (perspective.ordinal() + 1));
      button.putClientProperty("JButton.buttonType", "tab");
      button.setFocusable(false);
      button.addActionListener(event -> chosen.accept(perspective));
      group.add(button);
      buttons.put(perspective, button);
      add(button);
    }
    add(Box.createHorizontalGlue());
    data.setName("bar.data");
    run.setName("bar.run");
    add(data);
    add(Box.createHorizontalStrut(data.getFontMetrics(data.getFont()).charWidth('M') * 2));
    add(run);
    border();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    border();
  }

  private void border() {
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createMatteBorder(
                0, 0, 1, 0, UIManager.getColor("Component.borderColor")),
            BorderFactory.createEmptyBorder(2, 8, 2, 12)));
  }

  void show(Perspective perspective) {
    JToggleButton button = buttons.get(perspective);
    if (button != null) {
      button.setSelected(true);
    }
  }

  void data(String text) {
    data.setText(text);
  }

  void run(String text) {
    run.setText(text);
  }
}
