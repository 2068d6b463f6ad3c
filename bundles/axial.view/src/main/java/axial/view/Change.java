package axial.view;

/**
 * Something that was done and can be undone.
 *
 * @param title in words, such as "Exclude 3 images"
 * @param undo takes it back, on the event dispatch thread
 * @param redo does it again
 */
public record Change(String title, Runnable undo, Runnable redo) {}
