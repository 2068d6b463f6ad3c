package axial.workbench.explanation;

import axial.view.figure.Figure;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A figure that is whatever is shown when it is exported. */
record CurrentFigure(Supplier<ExplanationFigure> current) implements Figure {

  @Override
  public String name() {
    return current.get().name();
  }

  @Override
  public String caption() {
    return current.get().caption();
  }

  @Override
  public Optional<String> run() {
    return current.get().run();
  }

  @Override
  public Dimension size() {
    return current.get().size();
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    current.get().paint(graphics, size);
  }

  @Override
  public List<List<String>> data() {
    return current.get().data();
  }

  @Override
  public String methods() {
    return current.get().methods();
  }
}
