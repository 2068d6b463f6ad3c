package axial.workbench.bundles;

import axial.data.Shape;
import axial.data.Split;
import axial.job.Choice;
import axial.job.Settings;
import axial.run.Extensions.State;
import axial.run.Extensions.Status;
import axial.run.RunSpec;
import axial.train.TrainingPlan;
import axial.view.run.Training;
import axial.view.testing.TestTraining;
import axial.workbench.bundles.BundleInfo.Lifecycle;
import axial.workbench.bundles.BundleInfo.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bundles and trainings as they could be. */
final class Examples {

  static final BundleInfo API =
      bundle(1, "axial.api", Lifecycle.STARTED, List.of(), List.of(), List.of("axial.zoo"));

  static final BundleInfo ZOO =
      bundle(
          2,
          "axial.zoo",
          Lifecycle.STARTED,
          List.of(
              new Status("ModelFactory", "compact", "axial.zoo 1.0.0", State.USABLE, ""),
              new Status("ModelFactory", "final", "axial.zoo 1.0.0", State.USABLE, "")),
          List.of(),
          List.of());

  static final BundleInfo LIME_VIEW =
      bundle(
          3,
          "axial.workbench.explanation",
          Lifecycle.STARTED,
          List.of(),
          List.of("Explanation", "Queue"),
          List.of());

  static final BundleInfo INCOMPLETE =
      new BundleInfo(
          7,
          "lab.quick-net",
          "1.2.0",
          Lifecycle.UNRESOLVED,
          "It needs the package lab.layers from 2.0.0, which no bundle gives.",
          Origin.INSTALLED,
          "http://lab.example/catalog/",
          14_200,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of("axial.model from 1.0.0 to below 2.0.0", "lab.layers from 2.0.0"),
          List.of(),
          Map.of("Bundle-SymbolicName", "lab.quick-net"));

  static final BundleInfo BROKEN =
      new BundleInfo(
          8,
          "lab.heat",
          "0.3.0",
          Lifecycle.STARTED,
          "",
          Origin.PLUGGED_IN,
          "/lab/plugins/heat.jar",
          9_100,
          List.of(
              new Status(
                  "Explainer",
                  "heat",
                  "lab.heat 0.3.0",
                  State.BROKEN,
                  "It failed when it was used: the image has 1 channel, not 3.")),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of("lab.heat 0.3.0"),
          Map.of());

  private Examples() {}

  static BundleInfo bundle(
      long id,
      String name,
      Lifecycle lifecycle,
      List<Status> extensions,
      List<String> views,
      List<String> neededBy) {
    return new BundleInfo(
        id,
        name,
        "1.0.0",
        lifecycle,
        "",
        Origin.BUILT_IN,
        "",
        84_000 * id,
        extensions,
        views,
        List.of(),
        neededBy,
        List.of("axial.model from 1.0.0 to below 2.0.0"),
        List.of(),
        Map.of(
            "Bundle-License", "Apache-2.0;link=\"https://www.apache.org/licenses/LICENSE-2.0\"",
            "Bundle-Vendor", "Axial",
            "Bundle-Name", "Networks",
            "Bundle-Description", "Networks that can be trained."));
  }

  /** A locked extension of a catalog that works, and who uses it. */
  static BundleInfo locked(long id, String version, Lifecycle lifecycle, String... holders) {
    return new BundleInfo(
        id,
        "lab.labnet",
        version,
        lifecycle,
        "",
        Origin.INSTALLED,
        "http://lab.example/catalog/",
        12_000,
        List.of(new Status("ModelFactory", "lab-net", "lab.labnet " + version, State.USABLE, "")),
        List.of(),
        List.of(holders),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** A training in a state, with a specification. */
  static TestTraining training(Training.State state) {
    Settings none = Settings.defaults("it", List.of());
    Choice any = new Choice("phantom", none.asMap());
    RunSpec spec =
        new RunSpec(
            "phantom",
            any,
            any,
            any,
            List.of(),
            any,
            new Shape(32, 32, 1),
            any,
            new TrainingPlan(3, 8, false, 0, List.of()),
            List.of(),
            List.of(),
            0,
            1,
            Split.Protocol.CLEAN,
            List.of(),
            0);
    return new TestTraining("lab-net", state, Optional.of(spec), Optional.empty());
  }
}
