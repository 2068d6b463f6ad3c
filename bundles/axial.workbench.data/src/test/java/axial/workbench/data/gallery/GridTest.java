package axial.workbench.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class GridTest {

  private final Grid grid = new Grid(10, 350, new Dimension(100, 50));

  @Test
  void tilesFillRowsAndStandInTheMiddle() {
    assertThat(grid.columns()).isEqualTo(3);
    assertThat(grid.height()).isEqualTo(200);
    assertThat(grid.bounds(4)).isEqualTo(new Rectangle(125, 50, 100, 50));
  }

  @Test
  void aPointIsInTheTileThatIsThere() {
    assertThat(grid.at(new Point(130, 60))).isEqualTo(4);
    assertThat(grid.at(new Point(10, 60))).isEqualTo(-1);
    assertThat(grid.at(new Point(330, 60))).isEqualTo(-1);
    assertThat(grid.at(new Point(130, 160))).isEqualTo(-1);
    assertThat(grid.at(new Point(30, 160))).isEqualTo(9);
  }

  @Test
  void onlyRowsBetweenTwoHeightsAreVisible() {
    assertThat(grid.first(60)).isEqualTo(3);
    assertThat(grid.end(100)).isEqualTo(6);
    assertThat(grid.end(101)).isEqualTo(9);
    assertThat(grid.end(10_000)).isEqualTo(10);
  }

  @Test
  void aWindowNarrowerThanATileHasOneColumn() {
    assertThat(new Grid(3, 40, new Dimension(100, 50)).height()).isEqualTo(150);
  }
}
