package axial.workbench.data.work;

import java.awt.Color;

/**
 * Colours of classes that people with any colour vision can tell apart (Okabe and Ito, "Color
 * Universal Design", 2008). They only ever stand beside the name of the class.
 */
public final class ClassColours {

  private static final Color[] OKABE_ITO = {
    new Color(0x00, 0x72, 0xB2),
    new Color(0xE6, 0x9F, 0x00),
    new Color(0x00, 0x9E, 0x73),
    new Color(0xCC, 0x79, 0xA7),
    new Color(0x56, 0xB4, 0xE9),
    new Color(0xD5, 0x5E, 0x00),
    new Color(0xF0, 0xE4, 0x42),
  };

  private ClassColours() {}

  /** The colour of a class, from 0 on. */
  public static Color of(int label) {
    return OKABE_ITO[label % OKABE_ITO.length];
  }
}
