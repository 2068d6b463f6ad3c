package axial.augment;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlipsTest {

  private final KerasAugmenter keras = new KerasAugmenter();

  private List<String> cautions(String classes, String... chosen) {
    return keras.cautions(
        Drawn.settings(keras.settings(), chosen), new Labels(List.of(classes.split(";")), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "left temporal;right temporal;none",
    "tumour_L;tumour_R",
    "Herd links;Herd rechts",
    "leftHippocampus;other"
  })
  void swappingSidesIsToldWhereClassesAreAboutASide(String classes) {
    assertThat(cautions(classes, "horizontal-flip", "true"))
        .singleElement()
        .asString()
        .contains("swaps left and right", "are about a side", "--set keras.horizontal-flip=false");
    assertThat(cautions(classes)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"no tumour;tumour", "glioma;pituitary;brightness", "grade L;grade X", "cleft;none"})
  void otherClassesMayBeFlipped(String classes) {
    assertThat(cautions(classes, "horizontal-flip", "true")).isEmpty();
  }

  @Test
  void aHeadUpsideDownIsTold() {
    assertThat(cautions("no;yes", "vertical-flip", "true"))
        .singleElement()
        .asString()
        .contains("swaps top and bottom");
  }

  @Test
  void theNotebooksFlipIsToldAsWell() {
    NotebookAugmenter notebook = new NotebookAugmenter();
    assertThat(
            notebook.cautions(
                Drawn.settings(notebook.settings()), new Labels(List.of("left", "right"), 0)))
        .singleElement()
        .asString()
        .contains("\"left\", \"right\"", "notebook.horizontal-flip=false");
  }
}
