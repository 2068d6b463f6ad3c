package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Shape;
import axial.data.Split;
import axial.explain.Explainer;
import axial.explain.Explanation;
import axial.job.Choice;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Model;
import axial.run.Extensions;
import axial.run.RunSpec;
import axial.run.stages.Crew.Chosen;
import axial.train.TrainingPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedExplainersTest {

  private static final Choice NONE = new Choice("none", Map.of());

  /** An explainer that is only looked for. */
  private record Named(String id) implements Explainer {
    @Override
    public String description() {
      return "Is looked for.";
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          new Setting.Whole("samples", 1000, 1, 10_000, "How many."),
          new Setting.Whole("width", 4, 1, 10, "How wide."));
    }

    @Override
    public Explanation explain(
        Model model, Image image, int label, Settings settings, Seed seed, Progress progress) {
      throw new AssertionError("It is only looked for.");
    }
  }

  private static final class Offered implements Extensions {
    @Override
    public <T extends Extension> List<T> all(Class<T> type) {
      return List.of(type.cast(new Named("lime")), type.cast(new Named("occlusion")));
    }

    @Override
    public <T extends Extension> T find(Class<T> type, String id) {
      return all(type).stream()
          .filter(extension -> extension.id().equals(id))
          .findFirst()
          .orElseThrow(
              () -> ProblemException.of(Problem.Kind.USAGE, "There is no " + id + ".", "Look."));
    }

    @Override
    public List<Status> statuses() {
      return List.of();
    }

    @Override
    public void reportFailure(Extension extension, Throwable cause) {
      throw new AssertionError(cause);
    }
  }

  private static RunSpec spec(Choice... explainers) {
    return new RunSpec(
        "phantom",
        NONE,
        NONE,
        NONE,
        List.of(),
        NONE,
        new Shape(8, 8, 1),
        NONE,
        new TrainingPlan(1, 1, false, 0, List.of()),
        List.of(),
        List.of(explainers),
        1,
        1,
        Split.Protocol.CLEAN,
        List.of(),
        0);
  }

  private static List<Chosen<Explainer>> wanted(List<String> ids, Map<String, String> set) {
    RunSpec spec = spec(new Choice("lime", Map.of("samples", "300", "width", "4")));
    return new WantedExplainers(new Offered(), spec).of(ids, set);
  }

  @Test
  void withoutNamesThoseOfTheRunWithItsSettings() {
    List<Chosen<Explainer>> chosen = wanted(List.of(), Map.of("lime.width", "7"));
    assertThat(chosen).extracting(c -> c.extension().id()).containsExactly("lime");
    assertThat(chosen.get(0).settings().asMap()).isEqualTo(Map.of("samples", "300", "width", "7"));
  }

  @Test
  void oneThatTheRunDidNotHaveTakesItsDefaults() {
    List<Chosen<Explainer>> chosen = wanted(List.of("occlusion", "lime", "occlusion"), Map.of());
    assertThat(chosen).extracting(c -> c.extension().id()).containsExactly("occlusion", "lime");
    assertThat(chosen.get(0).settings().whole("samples")).isEqualTo(1000);
  }

  @Test
  void refusesWhatBelongsToNoneOfThem() {
    assertThatThrownBy(() -> wanted(List.of(), Map.of("occlusion.samples", "3")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("There is no setting \"occlusion.samples\" of these explainers");
    assertThatThrownBy(() -> wanted(List.of(), Map.of("lime.height", "3")))
        .hasMessageContaining("There is no setting height of the explainer lime");
    assertThatThrownBy(() -> wanted(List.of(), Map.of("lime.width", "30")))
        .hasMessageContaining("cannot be \"30\"");
    assertThatThrownBy(() -> wanted(List.of("grad"), Map.of()))
        .hasMessageContaining("There is no grad");
  }

  @Test
  void saysThatARunHasNoExplainer() {
    assertThatThrownBy(() -> new WantedExplainers(new Offered(), spec()).of(List.of(), Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The run has no explainer");
  }
}
