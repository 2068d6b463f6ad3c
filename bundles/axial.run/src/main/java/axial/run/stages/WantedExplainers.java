package axial.run.stages;

import axial.explain.Explainer;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Settings;
import axial.run.Extensions;
import axial.run.RunSpec;
import axial.run.stages.Crew.Chosen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the explainers that a user wants, which need not be those of the run. */
public final class WantedExplainers {

  private final Extensions extensions;
  private final RunSpec spec;

  /** Explainers for images of a run. */
  public WantedExplainers(Extensions extensions, RunSpec spec) {
    this.extensions = extensions;
    this.spec = spec;
  }

  /**
   * The explainers with their settings: those of the run, else defaults, with {@code set} put over
   * them.
   *
   * @param ids of explainers; empty for those of the run
   * @param set values by {@code <explainer>.<setting>}
   * @throws ProblemException of kind USAGE that names an unknown explainer, setting or value
   */
  public List<Chosen<Explainer>> of(List<String> ids, Map<String, String> set) {
    List<String> wanted = ids.isEmpty() ? spec.explainers().stream().map(Choice::id).toList() : ids;
    if (wanted.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The run has no explainer.",
          "Name one, such as --explainers lime,occlusion.");
    }
    Map<String, String> left = new HashMap<>(set);
    List<Chosen<Explainer>> chosen = new ArrayList<>();
    for (String id : wanted.stream().distinct().toList()) {
      Explainer explainer = extensions.find(Explainer.class, id);
      Map<String, String> values = new HashMap<>(ofRun(id));
      String prefix = id + ".";
      set.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              values.put(key.substring(prefix.length()), value);
              left.remove(key);
            }
          });
      chosen.add(
          new Chosen<>(
              explainer, Settings.of("the explainer " + id, explainer.settings(), values)));
    }
    if (!left.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "There is no setting \"" + left.keySet().iterator().next() + "\" of these explainers.",
          "Settings begin with the name of one of them: " + String.join(", ", wanted) + ".");
    }
    return chosen;
  }

  private Map<String, String> ofRun(String id) {
    return spec.explainers().stream()
        .filter(choice -> choice.id().equals(id))
        .findFirst()
        .map(Choice::settings)
        .orElse(Map.of());
  }
}
