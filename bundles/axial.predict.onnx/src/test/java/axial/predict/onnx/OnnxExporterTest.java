package axial.predict.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import axial.data.Labels;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxExporterTest {

  @TempDir Path folder;

  private final Network network = Nets.mixed();

  private Path export(String name, Labels labels) {
    Path file = folder.resolve(name);
    new OnnxExporter().export(network, labels, Nets.weights(network, 1), file);
    return file;
  }

  @Test
  void theFileSaysWhatItTakesAndGivesAndThatItIsNoMedicalDevice() throws Exception {
    Labels labels = new Labels(List.of("no \"tumour\"", "tumour"), 1);
    byte[] bytes = Files.readAllBytes(export("new/model.onnx", labels));
    try (OrtSession session = new OnnxRuntimeLibrary(key -> null).session(bytes, "small")) {
      TensorInfo input = (TensorInfo) session.getInputInfo().get("image").getInfo();
      TensorInfo output = (TensorInfo) session.getOutputInfo().get("probabilities").getInfo();
      assertThat(input.getShape()).containsExactly(-1, 9, 7, 2);
      assertThat(output.getShape()).containsExactly(-1, 1);
      assertThat(session.getMetadata().getProducerName()).isEqualTo("Axial");
      assertThat(session.getMetadata().getCustomMetadata())
          .containsEntry("classes", "[\"no \\\"tumour\\\"\",\"tumour\"]")
          .containsEntry("positive_class", "tumour")
          .containsEntry("network", "small")
          .hasEntrySatisfying("notice", text -> assertThat(text).contains("not a medical device"));
    }
    assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    assertThat(export("a.onnx", Nets.TWO)).hasSameBinaryContentAs(export("b.onnx", Nets.TWO));
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("mine.onnx"), "mine");
    assertThatThrownBy(() -> export("mine.onnx", Nets.TWO))
        .isInstanceOfSatisfying(
            ProblemException.class,
            told -> assertThat(told.problem().kind()).isEqualTo(Problem.Kind.OUTPUT))
        .hasMessageContaining("mine.onnx is there already");
    assertThat(folder.resolve("mine.onnx")).hasContent("mine");
    assertThatThrownBy(() -> export("mine.onnx/sub/model.onnx", Nets.TWO))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cannot be written");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
