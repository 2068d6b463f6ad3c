package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Shape;
import axial.job.Progress;
import axial.model.ModelFactory;
import axial.run.Extensions;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Runs;
import axial.train.Epoch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models of the zoo and their recipes in a running framework. */
class ZooTest {

  private static final Map<String, String> QUICK =
      Map.of(
          "train.epochs", "4",
          "train.batch", "8",
          "run.input", "24x24x1",
          "run.explain", "0",
          "phantom.patients", "40",
          "phantom.slices", "1",
          "stratified.train", "0.6",
          "stratified.validation", "0.2",
          "stratified.test", "0.2");

  @TempDir Path temp;

  @Test
  void everyRecipeIsMadeOfSettingsThatARunHas() throws Exception {
    try (Axial axial = Axial.start(temp)) {
      Runs runs = axial.service(Runs.class);
      List<ModelFactory> zoo = axial.service(Extensions.class).all(ModelFactory.class);
      assertThat(zoo)
          .extracting(ModelFactory::id)
          .contains("fsm", "final", "residual", RunRequest.DEFAULT_MODEL);
      for (ModelFactory model : zoo) {
        assertThat(model.recipe()).as(model.id()).isNotEmpty();
        RunSpec plain = runs.specify(new RunRequest(model.id(), "phantom", Map.of()));
        RunSpec told = runs.specify(new RunRequest(model.id(), "phantom", model.recipe()));
        assertThat(told).as(model.id()).isEqualTo(plain);
      }
    }
  }

  @Test
  void whatTheUserGivesGoesBeforeTheRecipe() throws Exception {
    try (Axial axial = Axial.start(temp)) {
      RunSpec spec =
          axial
              .service(Runs.class)
              .specify(
                  new RunRequest(
                      RunRequest.DEFAULT_MODEL,
                      "phantom",
                      Map.of("train.epochs", "3", "run.input", "40x50x3")));
      assertThat(spec.plan().epochs()).isEqualTo(3);
      assertThat(spec.input()).isEqualTo(new Shape(40, 50, 3));
      assertThat(spec.plan().balancedClasses()).isTrue();
    }
  }

  @Test
  void theNetworksWithBatchNormalisationLearnFromPhantoms() throws Exception {
    try (Axial axial = Axial.start(temp)) {
      Runs runs = axial.service(Runs.class);
      for (String model : List.of("compact", "residual")) {
        RunRecord run =
            runs.run(
                runs.specify(new RunRequest(model, "phantom", QUICK)),
                Optional.of(temp.resolve(model)),
                event -> {},
                Progress.none());
        List<Epoch> epochs = run.epochs();
        assertThat(epochs).hasSize(4);
        assertThat(epochs.get(3).train().loss()).as(model).isLessThan(epochs.get(0).train().loss());
      }
    }
  }
}
