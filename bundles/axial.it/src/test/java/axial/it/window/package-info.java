/**
 * Tests in a real window. {@link axial.it.window.WindowTest} starts each class whose name ends in
 * {@code Ui} in a process of its own that has a display.
 */
package axial.it.window;
