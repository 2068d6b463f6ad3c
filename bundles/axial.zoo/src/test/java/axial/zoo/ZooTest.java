package axial.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Shape;
import axial.job.Settings;
import axial.model.Loss;
import axial.model.ModelFactory;
import axial.model.Network;
import org.junit.jupiter.api.Test;

class ZooTest {

  private static final Shape NOTEBOOK = new Shape(150, 150, 3);

  private static Network network(ModelFactory factory, Shape input, int classes) {
    return factory.network(input, classes, Settings.defaults("test", factory.settings()));
  }

  @Test
  void bothNetworksHaveTheNotebooksParameterCounts() {
    assertThat(network(new FirstSimpleModel(), NOTEBOOK, 2).parameters()).isEqualTo(720_897);
    assertThat(network(new FinalModel(), NOTEBOOK, 2).parameters()).isEqualTo(3_040_577);
  }

  @Test
  void summaryOfTheFinalModelShowsTheNotebooksLayers() {
    assertThat(network(new FinalModel(), NOTEBOOK, 2).summary())
        .contains(
            "conv2d (Conv2D)              (None, 150, 150, 32)      896\n",
            "max_pooling2d (MaxPooling2D) (None, 75, 75, 32)        0\n",
            "conv2d_1 (Conv2D)            (None, 75, 75, 64)        8256\n",
            "max_pooling2d_1 (MaxPooling2 (None, 38, 38, 64)        0\n",
            "conv2d_3 (Conv2D)            (None, 19, 19, 64)        36928\n",
            "flatten (Flatten)            (None, 23104)             0\n",
            "dense (Dense)                (None, 128)               2957440\n",
            "dense_1 (Dense)              (None, 1)                 129\n",
            "Total params: 3,040,577\n",
            "Non-trainable params: 0\n");
  }

  @Test
  void moreThanTwoClassesGetASoftmax() {
    Network network = network(new FinalModel(), NOTEBOOK, 4);
    assertThat(network.classes()).isEqualTo(4);
    assertThat(network.loss()).isEqualTo(Loss.CATEGORICAL_CROSS_ENTROPY);
  }

  @Test
  void theResidualModelHalvesItsSidesAndHasAnEighthOfFinalsParameters() {
    Network network = network(new ResidualModel(), NOTEBOOK, 2);
    assertThat(network.shapes().stream().map(Shape::toString))
        .containsSubsequence("75x75x32", "38x38x64", "19x19x128", "1x1x128", "1x1x1");
    long parameters = network(new FinalModel(), NOTEBOOK, 2).parameters();
    assertThat(network.parameters()).isBetween(parameters / 9, parameters / 7);
    assertThat(network.summary())
        .contains("residual_1 (Residual)        (None, 38, 38, 64)")
        .contains("Non-trainable params: 1,600\n");
    assertThat(network(new ResidualModel(), new Shape(20, 31, 1), 3).classes()).isEqualTo(3);
  }

  @Test
  void theCompactModelKeepsAGridOfWhereThingsAre() {
    Network network = network(new CompactModel(), new Shape(96, 96, 1), 2);
    assertThat(network.shapes().stream().map(Shape::toString))
        .containsSubsequence(
            "96x96x16", "48x48x32", "24x24x64", "12x12x128", "6x6x128", "3x3x128", "1x1x1152");
    assertThat(network.summary())
        .contains(
            "conv2d_4 (Conv2D)            (None, 6, 6, 128)         147584\n",
            "flatten (Flatten)            (None, 1152)              0\n",
            "dense (Dense)                (None, 1)                 1153\n",
            "Non-trainable params: 736\n");
    assertThat(network.parameters()).isEqualTo(247_361);
  }

  @Test
  void theCompactModelTakesImagesOfAnySizeAndAnyNumberOfClasses() {
    Network network = network(new CompactModel(), new Shape(20, 31, 3), 4);
    assertThat(network.classes()).isEqualTo(4);
    assertThat(network.shapes()).contains(new Shape(1, 1, 128));
  }

  @Test
  void theNotebooksNetworksKeepItsRecipe() {
    assertThat(new FinalModel().recipe())
        .isEqualTo(new FirstSimpleModel().recipe())
        .containsEntry("train.epochs", "15")
        .containsEntry("run.input", "150x150x3")
        .containsEntry("run.schedules", "plateau-loss,plateau-accuracy");
  }
}
