package axial.workbench.explanation;

import axial.job.Setting;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the view of an explanation can show. Only on the event dispatch thread. */
interface ExplanationScreen {

  /**
   * An explainer that can be chosen.
   *
   * @param id its id
   * @param description one sentence
   * @param settings its settings
   * @param ofRun the values that the run has for it, by key
   */
  record Offer(String id, String description, List<Setting> settings, Map<String, String> ofRun) {
    /** Copies the collections. */
    public Offer {
      settings = List.copyOf(settings);
      ofRun = Map.copyOf(ofRun);
    }
  }

  /**
   * The image that is looked at.
   *
   * @param name its source
   * @param words what the network said of it
   * @param stamp what must be said of a run that leaks; empty when nothing must
   * @param scan the picture, where it could be read
   */
  record Heading(String name, String words, String stamp, Optional<BufferedImage> scan) {}

  /**
   * What one explainer said.
   *
   * @param drawn its pictures
   * @param title what is explained
   * @param words what is to know of it
   * @param figure for export; none for one that is not finished
   */
  record Said(Drawn drawn, String title, String words, Optional<ExplanationFigure> figure) {}

  /** Says that no image of a run is selected. */
  void nothing();

  /** Shows an image. */
  void heading(Heading heading);

  /**
   * Offers explainers; those that are there already keep what was entered.
   *
   * @param ofRun ids of those that the run explains with
   * @param seed of the run
   */
  void offers(List<Offer> offers, List<String> ofRun, long seed);

  /** Shows explanations one below the other; none before the first. */
  void explanations(List<Said> said);

  /** Says whether an explanation is being made; {@code share} in [0, 1], below 0 when unknown. */
  void working(boolean working, double share);
}
