package axial.workbench.model;

import axial.model.Network;
import axial.view.figure.Figure;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The sketch of the network that is shown, on paper. */
record SketchFigure(Supplier<Optional<Network>> network) implements Figure {

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
  private static final int WIDTH = 360;
  private static final int ROW = 20;

  @Override
  public String name() {
    return "network-" + network.get().map(Network::name).orElse("none");
  }

  @Override
  public String caption() {
    return network
        .get()
        .map(
            n ->
                String.format(
                    Locale.ROOT,
                    "The layers of the network %s with their output shapes; %,d parameters.",
                    n.name(),
                    n.parameters()))
        .orElse("No network.");
  }

  @Override
  public Dimension size() {
    return new Dimension(WIDTH, ROW * (1 + network.get().map(n -> n.layers().size()).orElse(0)));
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size.width, size.height);
    network.get().ifPresent(n -> new Sketch(n).paint(graphics, FONT, Color.BLACK, size.width));
  }

  @Override
  public List<List<String>> data() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("layer", "output", "parameters"));
    network
        .get()
        .ifPresent(
            n ->
                Drawn.of(n)
                    .forEach(
                        row ->
                            rows.add(
                                List.of(
                                    row.words(),
                                    row.output().toString(),
                                    Long.toString(row.parameters())))));
    return rows;
  }

  @Override
  public String methods() {
    return network
        .get()
        .map(
            n ->
                String.format(
                    Locale.ROOT,
                    "The network %s takes images of %s and has %d layers with %,d parameters.",
                    n.name(),
                    n.input(),
                    n.layers().size(),
                    n.parameters()))
        .orElse("");
  }
}
