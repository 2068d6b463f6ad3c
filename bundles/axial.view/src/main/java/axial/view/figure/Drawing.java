package axial.view.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * A figure that was captured on the event dispatch thread and can be drawn on any thread, many
 * times.
 *
 * @param caption what it shows
 * @param size in points (1/72 inch)
 * @param paint draws it in that size on a white background
 */
public record Drawing(String caption, Dimension size, Consumer<Graphics2D> paint) {}
