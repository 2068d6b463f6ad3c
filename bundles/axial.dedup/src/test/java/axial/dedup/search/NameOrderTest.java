package axial.dedup.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameOrderTest {

  @Test
  void numbersInNamesCountAsNumbers() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "a/gg (10).jpg",
                "a/gg (9).jpg",
                "a/gg (100).jpg",
                "a/gg (09).jpg",
                "a/gg (1).jpg"));
    names.sort(NameOrder::compareNumbers);
    assertThat(names)
        .containsExactly(
            "a/gg (1).jpg", "a/gg (09).jpg", "a/gg (9).jpg", "a/gg (10).jpg", "a/gg (100).jpg");
  }

  @Test
  void numbersMayBeLongerThanAnyIntegerType() {
    String small = "1.2.840.113619.2.5.99999999999999999999998.dcm";
    String large = "1.2.840.113619.2.5.99999999999999999999999.dcm";
    assertThat(NameOrder.compareNumbers(small, large)).isNegative();
  }
}
