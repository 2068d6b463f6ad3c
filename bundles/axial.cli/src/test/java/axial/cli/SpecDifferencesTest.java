package axial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Shape;
import axial.data.Split;
import axial.job.Choice;
import axial.run.RunSpec;
import axial.train.TrainingPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecDifferencesTest {

  private static RunSpec spec(String model, Map<String, String> settings, long seed) {
    Choice any = new Choice("any", Map.of("key", "1"));
    return new RunSpec(
        "scans",
        any,
        any,
        any,
        List.of(),
        new Choice(model, settings),
        new Shape(8, 8, 1),
        any,
        new TrainingPlan(3, 8, false, 0, List.of()),
        List.of(),
        List.of(),
        0,
        seed,
        Split.Protocol.CLEAN,
        List.of(),
        0);
  }

  @Test
  void theSameSpecificationHasNone() {
    RunSpec one = spec("fsm", Map.of("dropout", "0.2"), 1);
    assertThat(SpecDifferences.of(List.of(one, one))).isEmpty();
  }

  @Test
  void whatDiffersIsNamedAsAUserSetsIt() {
    assertThat(
            SpecDifferences.of(
                List.of(
                    spec("fsm", Map.of("dropout", "0.2"), 1),
                    spec("fsm", Map.of("dropout", "0.3"), 1),
                    spec("final", Map.of(), 2))))
        .isEqualTo(
            Map.of(
                "model", List.of("fsm", "fsm", "final"),
                "fsm.dropout", List.of("0.2", "0.3", ""),
                "run.seed", List.of("1", "1", "2")));
  }
}
