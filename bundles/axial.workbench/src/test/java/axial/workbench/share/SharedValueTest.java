package axial.workbench.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedValueTest {

  private final SharedValue<String> value = new SharedValue<>("a");

  @Test
  void aListenerHearsTheValueAtOnceAndEachOtherValueOnce() {
    List<String> heard = new ArrayList<>();
    value.within(new Scope()).watch(heard::add);
    value.set("b");
    value.set("b");
    assertThat(heard).containsExactly("a", "b");
  }

  @Test
  void aListenerEndsWithItsScopeAndOthersStay() {
    Scope first = new Scope();
    List<String> ended = new ArrayList<>();
    List<String> stays = new ArrayList<>();
    value.within(first).watch(ended::add);
    value.within(new Scope()).watch(stays::add);
    first.close();
    value.set("b");
    assertThat(ended).containsExactly("a");
    assertThat(stays).containsExactly("a", "b");
  }

  @Test
  void aListenerThatSetsAnotherValueLeavesAllWithTheLast() {
    List<String> heard = new ArrayList<>();
    value.within(new Scope()).watch(v -> value.set(v.equals("b") ? "c" : v));
    value.within(new Scope()).watch(heard::add);
    value.set("b");
    assertThat(heard).containsExactly("a", "c");
    assertThat(value.get()).isEqualTo("c");
  }

  @Test
  void whatIsToEndAfterTheScopeIsClosedEndsAtOnce() {
    Scope scope = new Scope();
    scope.close();
    List<String> ended = new ArrayList<>();
    scope.atEnd(() -> ended.add("x"));
    assertThat(ended).containsExactly("x");
  }
}
