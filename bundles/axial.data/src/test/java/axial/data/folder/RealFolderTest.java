package axial.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.data.Dataset;
import axial.data.Sample;
import axial.job.Progress;
import axial.job.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The 253 slices that come as no and yes; figures from the data's own description. */
@Tag("shared")
class RealFolderTest {

  @Test
  void readsEverySliceAndNamesSixPngsCalledJpg() {
    Path folder = Path.of(System.getProperty("axial.shared", "../shared"), "data", "kaggle-2018");
    assumeTrue(Files.isDirectory(folder), "skipped: there is no data at " + folder);
    FolderSource source = new FolderSource();
    Dataset dataset =
        source.open(
            folder.toString(), Settings.defaults("folder", source.settings()), Progress.none());
    assertThat(dataset.labels().names()).containsExactly("no tumour", "tumour");
    assertThat(dataset.countsByClass()).containsExactly(98, 155);
    assertThat(dataset.samples().stream().map(Sample::id).distinct()).hasSize(228);
    assertThat(dataset.leftOut()).allMatch(left -> !left.source().matches(".*/.*\\.(jpg|png)"));
    assertThat(dataset.notes()).singleElement().asString().startsWith("6 files are of another");
  }
}
