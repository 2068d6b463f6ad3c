package axial.dedup.index;

/** A part of a picture, in pixels; at least one pixel wide and high. */
record Box(int left, int top, int width, int height) {}
