package axial.audit.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.audit.Audit;
import axial.audit.AuditRequest;
import axial.audit.MeanThumbnails;
import axial.audit.MemoryScore;
import axial.audit.Shortcut;
import axial.audit.memory.NearestThumbnail;
import axial.data.Dataset;
import axial.data.folder.FolderSource;
import axial.dedup.ExactDuplicates;
import axial.job.Choice;
import axial.job.Progress;
import axial.job.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The two sets of real slices, whose weaknesses their own description names. */
@Tag("shared")
class RealAuditTest {

  private static Audit audit(String folder, Map<String, String> settings) {
    Path data = Path.of(System.getProperty("axial.shared", "../shared"), "data").resolve(folder);
    assumeTrue(Files.isDirectory(data), "skipped: there is no data at " + data);
    FolderSource source = new FolderSource();
    Dataset dataset =
        source.open(
            data.toString(), Settings.of("folder", source.settings(), settings), Progress.none());
    return new DataAuditor(
            new FewExtensions(List.of(new ExactDuplicates())),
            new NearestThumbnail(new MeanThumbnails()),
            new OpenLeases())
        .audit(
            new AuditRequest(dataset, Optional.empty(), new Choice("exact", Map.of()), 1),
            Progress.none());
  }

  @Test
  void plainMemoryIsFarAboveChanceOnTheSmallSetAndFallsWithoutItsTwins() {
    Audit audit = audit("kaggle-2018", Map.of());
    assertThat(audit.twins().groups()).hasSize(22);
    assertThat(audit.data().total().kept()).isEqualTo(228);
    List<MemoryScore> memory = audit.memory();
    assertThat(memory.get(0).score().accuracy().value()).isCloseTo(0.79, within(0.015));
    assertThat(memory.get(1).score().accuracy().value()).isCloseTo(0.745, within(0.015));
    assertThat(memory.get(1).asked()).isEqualTo(228);
  }

  @Test
  void theSizeTellsTheClassOnTheLargeSet() {
    Audit audit =
        audit(
            "kaggle-2020/Training",
            Map.of(
                "classes",
                "no_tumor=no,glioma_tumor=yes,meningioma_tumor=yes,pituitary_tumor=yes"));
    Shortcut size = audit.shortcuts().get(0);
    assertThat(size.telling()).isTrue();
    assertThat(size.rule().get(0)).startsWith("If the size is 512x512: yes");
    assertThat(size.score().accuracy().value()).isCloseTo(0.93, within(0.02));
    assertThat(size.score().balancedAccuracy().value()).isCloseTo(0.95, within(0.02));
    Shortcut file = audit.shortcuts().get(3);
    assertThat(file.telling()).isFalse();
  }
}
