package axial.workbench.data.gallery;

/** What the controller of a gallery needs of its screen. On the event dispatch thread. */
interface GalleryScreen {

  /** Other data are open, or none. */
  void opened();

  /** Other images are shown, or in another order. */
  void arranged();

  /** Other images are selected. */
  void selected();

  /** Images look different: edits, thumbnails. */
  void changed();
}
