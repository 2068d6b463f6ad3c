package axial.workbench.bundles.change;

import java.util.List;

/**
 * What is asked before something is done.
 *
 * @param title the question itself: "Install lab.net 1.0.0?"
 * @param lines what comes and what goes, a line each
 * @param notes sentences about it
 * @param verb on the button that agrees
 */
public record Question(String title, List<String> lines, List<String> notes, String verb) {

  /** Copies the lists. */
  public Question {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /** All of it as one text. */
  public String text() {
    return String.join("\n", List.of(title, String.join("\n", lines), String.join(" ", notes)));
  }
}
