package axial.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import axial.view.figure.Figure;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureMenuTest {

  private record Table(Optional<String> run) implements Figure {
    @Override
    public String name() {
      return "table";
    }

    @Override
    public String caption() {
      return "A table.";
    }

    @Override
    public Dimension size() {
      return new Dimension(1, 1);
    }

    @Override
    public void paint(Graphics2D graphics, Dimension size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<List<String>> data() {
      return List.of(List.of("class", "images"), List.of("none, at all", "3"));
    }

    @Override
    public String methods() {
      return "";
    }
  }

  @Test
  void eachRowOfTheDataNamesTheRun() {
    assertThat(FigureMenu.csv(new Table(Optional.of("20300102-compact"))))
        .isEqualToNormalizingNewlines("class,images,run\n\"none, at all\",3,20300102-compact\n");
  }

  @Test
  void aFigureWithoutARunHasItsDataOnly() {
    assertThat(FigureMenu.csv(new Table(Optional.empty())))
        .isEqualToNormalizingNewlines("class,images\n\"none, at all\",3\n");
  }
}
