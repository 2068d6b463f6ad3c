package axial.workbench.training;

import axial.view.run.Training;
import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/** The queue of trainings as a list to pick from: what waits, what runs, what has ended. */
final class TrainingChooser extends JComboBox<Training> {

  private static final long serialVersionUID = 1L;

  private boolean showing;

  TrainingChooser() {
    getAccessibleContext().setAccessibleName("Training");
    setRenderer(new Cell());
  }

  void whenPicked(Consumer<Training> picked) {
    addActionListener(
        event -> {
          if (!showing && getSelectedItem() instanceof Training training) {
            picked.accept(training);
          }
        });
  }

  void show(List<Training> all, Optional<Training> followed) {
    showing = true;
    try {
      DefaultComboBoxModel<Training> model = new DefaultComboBoxModel<>();
      model.addAll(all);
      followed.ifPresent(model::setSelectedItem);
      setModel(model);
    } finally {
      showing = false;
    }
  }

  /** Title, place and state of a training. */
  static String words(int number, Training training) {
    String state =
        switch (training.state()) {
          case QUEUED -> "waits";
          case RUNNING -> "runs";
          default -> training.state().name().toLowerCase(Locale.ROOT);
        };
    return "%d. %s · %s".formatted(number, training.title(), state);
  }

  private final class Cell extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focus) {
      String text = "";
      if (value instanceof Training training) {
        DefaultComboBoxModel<Training> model = (DefaultComboBoxModel<Training>) getModel();
        text = words(model.getIndexOf(training) + 1, training);
      }
      return super.getListCellRendererComponent(list, text, index, selected, focus);
    }
  }
}
