package axial.workbench.model;

import java.awt.Component;
import java.util.Locale;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

/** A model in the list: its name, and how large it is. */
final class ModelCell extends DefaultListCellRenderer {

  private static final long serialVersionUID = 1L;

  @Override
  public Component getListCellRendererComponent(
      JList<?> list, Object value, int index, boolean selected, boolean focus) {
    String text = "";
    if (value instanceof ZooController.Entry entry) {
      text =
          entry.id()
              + entry
                  .network()
                  .map(n -> String.format(Locale.ROOT, "  ·  %,d parameters", n.parameters()))
                  .orElse("  ·  cannot be built");
    }
    return super.getListCellRendererComponent(list, text, index, selected, focus);
  }
}
