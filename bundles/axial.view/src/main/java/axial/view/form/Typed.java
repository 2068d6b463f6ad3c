package axial.view.form;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Hears every change of a text, on the event dispatch thread. */
public record Typed(Runnable changed) implements DocumentListener {

  @Override
  public void insertUpdate(DocumentEvent event) {
    changed.run();
  }

  @Override
  public void removeUpdate(DocumentEvent event) {
    changed.run();
  }

  @Override
  public void changedUpdate(DocumentEvent event) {
    changed.run();
  }
}
