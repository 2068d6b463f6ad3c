package axial.workbench.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import axial.workbench.data.work.Found;
import axial.workbench.data.work.MadeUp;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitSettingsTest {

  private final MadeUp lab = new MadeUp(12);

  @Test
  void whatIsNotSetHasTheDefaults() {
    SplitSettings settings = SplitSettings.of(found(Map.of()), lab);
    assertThat(settings.group()).contains("none");
    assertThat(settings.train()).isEqualTo(80);
    assertThat(settings.test()).isEqualTo(15);
    assertThat(settings.seed()).isEqualTo(1);
  }

  @Test
  void onlyWhatWasChangedIsSetAndSharesAlwaysTogether() {
    Found found = found(Map.of("stratified.train", "0.7", "run.seed", "4"));
    SplitSettings before = SplitSettings.of(found, lab);
    SplitSettings after = new SplitSettings(Optional.of("range:5"), before.finder(), 60, 10, 4);
    assertThat(after.changes(found, before))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "source.group", "range:5",
                "stratified.train", "0.6000",
                "stratified.validation", "0.1000",
                "stratified.test", "0.3000"));
    assertThat(before.changes(found, before)).isEmpty();
  }

  private static Found found(Map<String, String> set) {
    return Found.of(MadeUp.ADDRESS, "source", set, MadeUp.dataset(12));
  }
}
