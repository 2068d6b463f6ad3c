package axial.extensions.kit;

import static org.assertj.core.api.Assertions.assertThat;

import axial.extension.ContractKit.Check;
import axial.extension.ContractKit.Outcome;
import org.junit.jupiter.api.Test;

class CheckLineTest {

  @Test
  void aCheckComesBackFromItsLine() {
    Check check = new Check("starts", Outcome.FAILED, "It threw.", "Mend it.");
    assertThat(CheckLine.read(CheckLine.of(check))).contains(check);
  }

  @Test
  void linesAndTabsInATextDoNotBreakIt() {
    Check check = new Check("starts", Outcome.OK, "one\ttwo\nthree", "");
    assertThat(CheckLine.read(CheckLine.of(check)).orElseThrow().text()).isEqualTo("one two three");
  }

  @Test
  void otherLinesAreNone() {
    assertThat(CheckLine.read("axial-check\tPERHAPS\ta\tb\tc")).isEmpty();
    assertThat(CheckLine.read("Hello")).isEmpty();
    assertThat(CheckLine.read(CheckLine.END)).isEmpty();
  }
}
