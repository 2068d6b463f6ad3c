package axial.workbench.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import axial.extension.Installation;
import axial.view.testing.TestInstallation;
import axial.workbench.bundles.BundleInfo.Lifecycle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleWordsTest {

  @Test
  void aVersionRangeIsSaidInWords() {
    assertThat(
            FilterWords.named(
                "osgi.wiring.package",
                "(&(osgi.wiring.package=axial.model)(version>=1.0.0)(!(version>=2.0.0)))"))
        .isEqualTo("axial.model from 1.0.0 to below 2.0.0");
    assertThat(FilterWords.named("osgi.ee", "(osgi.ee=JavaSE)")).isEqualTo("JavaSE");
  }

  @Test
  void detailsNameTheLicenceTheUsersAndTheOrigin() {
    List<DetailText.Section> sections =
        DetailText.of(
            new BundleRow(
                Examples.locked(9, "1.0.0", Lifecycle.STARTED, "training of lab-net"),
                Optional.empty()));
    assertThat(sections)
        .contains(
            new DetailText.Section("Brings", List.of("Model lab-net")),
            new DetailText.Section("Used by", List.of("The training of lab-net")),
            new DetailText.Section("From", List.of("http://lab.example/catalog/")));
    assertThat(DetailText.of(new BundleRow(Examples.ZOO, Optional.empty())))
        .contains(new DetailText.Section("Licence", List.of("Apache-2.0")));
  }

  @Test
  void everyStateIsSaidInWords() {
    assertThat(Examples.locked(9, "1.0.0", Lifecycle.RETIRING, "training of lab-net").state())
        .isEqualTo("Ends with the training of lab-net");
    assertThat(Examples.locked(9, "1.0.0", Lifecycle.SET_ASIDE).state())
        .isEqualTo("Set aside by safe mode");
    assertThat(Examples.locked(9, "1.0.0", Lifecycle.ISOLATED).state())
        .isEqualTo("Runs in a process of its own");
    BundleInfo failed =
        BundleInfo.absent(
            new Installation.Installed(
                TestInstallation.bundle("lab.net", "1.0.0", ""),
                Installation.State.FAILED,
                "Its file is not what was locked.",
                List.of()));
    assertThat(new BundleRow(failed, Optional.empty()).state())
        .isEqualTo("Cannot be used: Its file is not what was locked.");
    assertThat(failed.from()).isEqualTo("a file");
  }

  @Test
  void whatTheWindowNeedsIsGuardedToo() {
    BundleInfo look =
        Examples.bundle(
            9, "flat", Lifecycle.STARTED, List.of(), List.of(), List.of("axial.workbench", "x"));
    assertThat(Guarded.reason(look)).contains("It is needed by axial.workbench.");
    assertThat(Guarded.reason(Examples.ZOO)).isEmpty();
  }
}
