package axial.predict.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WireTest {

  private static String hex(Wire wire) {
    assertThat(wire.toBytes()).hasSize((int) wire.size());
    return HexFormat.of().formatHex(wire.toBytes());
  }

  @Test
  void fieldsAreWrittenAsTheEncodingGuideOfProtocolBuffersHasThem() {
    assertThat(hex(new Wire().number(1, 150))).isEqualTo("089601");
    assertThat(hex(new Wire().text(2, "testing"))).isEqualTo("120774657374696e67");
    assertThat(hex(new Wire().message(3, new Wire().number(1, 150)))).isEqualTo("1a03089601");
    assertThat(hex(new Wire().number(1, -2))).isEqualTo("08feffffffffffffffff01");
    assertThat(hex(new Wire().real(2, 1))).isEqualTo("150000803f");
    assertThat(hex(new Wire().number(20, 0))).isEqualTo("a00100");
  }

  @Test
  void floatsAreLittleEndian() {
    assertThat(Wire.littleEndian(1, -2.5f)).isEqualTo(HexFormat.of().parseHex("0000803f000020c0"));
  }
}
