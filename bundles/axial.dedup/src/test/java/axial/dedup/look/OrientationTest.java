package axial.dedup.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrientationTest {

  private static final byte[] SQUARE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void theInverseUndoesIt(Orientation orientation) {
    assertThat(orientation.inverse().of(orientation.of(SQUARE, 3), 3)).isEqualTo(SQUARE);
  }

  @ParameterizedTest
  @CsvSource({
    "UPRIGHT, 123456789",
    "MIRRORED, 321654987",
    "QUARTER, 741852963",
    "HALF, 987654321",
    "UPSIDE_DOWN, 789456123",
    "THREE_QUARTERS, 369258147",
    "MIRRORED_QUARTER, 963852741",
    "MIRRORED_THREE_QUARTERS, 147258369"
  })
  void eachIsWhatItsNameSays(Orientation orientation, String expected) {
    StringBuilder turned = new StringBuilder();
    for (byte value : orientation.of(SQUARE, 3)) {
      turned.append(value);
    }
    assertThat(turned.toString()).isEqualTo(expected);
  }
}
