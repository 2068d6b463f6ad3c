package axial.workbench.data.work;

import static axial.view.testing.TestDesk.await;
import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {

  @Test
  void outcomesOfFormerWorkAreDropped() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    List<String> seen = new ArrayList<>();
    try (LatestOnly latest = new LatestOnly("test")) {
      submit(
          latest,
          stale -> {
            begun.countDown();
            while (!stale.getAsBoolean()) {
              Thread.onSpinWait();
            }
            return "stale";
          },
          seen);
      begun.await();
      edt(
          () -> {
            tell(latest, stale -> "never told", seen);
            tell(latest, stale -> "last", seen);
            return true;
          });
      await("the last is there", () -> seen.contains("last"));
      assertThat(edt(() -> List.copyOf(seen))).containsExactly("last");
    }
  }

  @Test
  void whatIsThrownIsTold() throws Exception {
    List<String> seen = new ArrayList<>();
    try (LatestOnly latest = new LatestOnly("test")) {
      submit(
          latest,
          stale -> {
            throw new IllegalStateException("broken");
          },
          seen);
      await("it was told", () -> seen.contains("broken"));
    }
  }

  private static void submit(LatestOnly latest, LatestOnly.Work<String> work, List<String> seen)
      throws Exception {
    edt(
        () -> {
          tell(latest, work, seen);
          return true;
        });
  }

  private static void tell(LatestOnly latest, LatestOnly.Work<String> work, List<String> seen) {
    latest.submit(work, seen::add, failed -> seen.add(String.valueOf(failed.getMessage())));
  }
}
