package axial.workbench.explanation;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.view.Picked;
import axial.view.testing.FigureRules;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationControllerTest {

  private static final String MISSED = "yes/head-03.png";

  @TempDir Path workspace;

  private final Lab lab = new Lab();
  private final FakeScreen screen = new FakeScreen();
  private TestDesk desk;
  private ExplanationController controller;

  /** Remembers what is shown. */
  private static final class FakeScreen implements ExplanationScreen {
    private boolean nothing;
    private boolean working;
    private Optional<Heading> heading = Optional.empty();
    private List<Offer> offers = List.of();
    private long seed;
    private List<Said> said = List.of();
    private final List<Integer> tops = new ArrayList<>();

    @Override
    public void nothing() {
      nothing = true;
    }

    @Override
    public void heading(Heading shown) {
      heading = Optional.of(shown);
      nothing = false;
    }

    @Override
    public void offers(List<Offer> offered, List<String> ofRun, long ofTheRun) {
      seed = ofTheRun;
      offers = offered;
    }

    @Override
    public void explanations(List<Said> shown) {
      said = shown;
      shown.forEach(one -> tops.add(one.drawn().top()));
    }

    @Override
    public void working(boolean now, double share) {
      working = now;
    }

    private List<String> explainers() {
      return said.stream().map(one -> one.drawn().sample().explanation().explainer()).toList();
    }
  }

  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(workspace, new TestTrainings(), Map.of());
    act(
        () ->
            controller =
                new ExplanationController(
                    desk, lab.runs, lab.extensions, lab.pictures(), lab.board, screen));
  }

  private void act(Runnable what) throws Exception {
    edt(
        () -> {
          what.run();
          return true;
        });
    desk.settle();
  }

  private void pick(String source) throws Exception {
    act(() -> desk.picked().set(Optional.of(Picked.ofRun(Lab.RUN, source))));
  }

  private void choose(String... explainers) throws Exception {
    act(
        () ->
            controller.chosen(new Chosen(List.of(explainers), Map.of("lime.num-samples", "200"))));
  }

  @Test
  void withoutAnImageOfARunThereIsNothingToExplain() throws Exception {
    assertThat(screen.nothing).isTrue();
    act(() -> desk.picked().set(Optional.of(Picked.ofData(MISSED))));
    assertThat(screen.nothing).isTrue();
    act(controller::explain);
    assertThat(lab.requests).isEmpty();
  }

  @Test
  void theVerdictOfTheNetworkIsSaidBeforeAnythingIsExplained() throws Exception {
    pick(MISSED);
    assertThat(screen.heading.orElseThrow().words())
        .isEqualTo("Called \"no tumour\", labelled \"tumour\", probability 0.96.");
    assertThat(screen.heading.orElseThrow().scan()).isPresent();
    assertThat(screen.seed).isEqualTo(42);
    assertThat(screen.offers)
        .extracting(ExplanationScreen.Offer::id)
        .containsExactly("lime", "occlusion");
    assertThat(screen.offers.get(0).ofRun()).containsEntry("num-samples", "500");
  }

  @Test
  void theImageIsExplainedByWhatIsChosenAndShownSideBySide() throws Exception {
    pick(MISSED);
    choose("lime", "occlusion");
    act(controller::explain);
    TestDesk.await("both are shown", () -> screen.said.size() == 2);
    assertThat(screen.explainers()).containsExactly("lime", "occlusion");
    assertThat(lab.requests.get(0).explainers()).containsExactly("lime", "occlusion");
    assertThat(lab.requests.get(0).set()).containsEntry("lime.num-samples", "200");
    assertThat(lab.requests.get(0).epoch()).isEqualTo(OptionalInt.empty());
    assertThat(screen.said.get(0).title()).isEqualTo("lime: why \"tumour\", probability 0.873");
    assertThat(screen.said.get(0).words())
        .contains("R\u00b2 of the local model 0.71.")
        .contains("Stability: repeats share 2.4 of the top 3")
        .contains("Finding: strongest region");
    choose("occlusion");
    TestDesk.await("one is left", () -> screen.said.size() == 1);
    assertThat(screen.explainers()).containsExactly("occlusion");
  }

  @Test
  void anExplanationAsOfAnEpochAsksThatEpoch() throws Exception {
    act(() -> desk.picked().set(Optional.of(new Picked(MISSED, Optional.of(Lab.RUN), 2))));
    choose("lime");
    act(controller::explain);
    assertThat(lab.requests.get(0).epoch()).hasValue(2);
    assertThat(screen.heading.orElseThrow().words())
        .isEqualTo("After epoch 2. Labelled \"tumour\".");
  }

  @Test
  void anImageThatWasExplainedBeforeIsShownAgainAtOnce() throws Exception {
    pick(MISSED);
    choose("lime");
    act(controller::explain);
    pick("no/head-08.png");
    TestDesk.await("the other has none", () -> screen.said.isEmpty());
    pick(MISSED);
    TestDesk.await("it is shown again", () -> screen.said.size() == 1);
    assertThat(lab.requests).hasSize(1);
  }

  @Test
  void anExplanationOfFormerDaysIsShownAtOnceAndSaysWhenItsSettingsDiffer() throws Exception {
    ExplainedSample kept = Phantoms.explained(Lab.samples().get(2), "lime");
    lab.kept.add(kept);
    act(() -> controller.chosen(how(OptionalLong.empty(), kept.settings())));
    pick(kept.sample().source());
    TestDesk.await("it is shown", () -> screen.said.size() == 1);
    assertThat(lab.requests).isEmpty();
    assertThat(screen.said.get(0).words()).doesNotContain("other settings");
    act(() -> controller.chosen(how(OptionalLong.of(7), kept.settings())));
    TestDesk.await(
        "it says so",
        () ->
            screen.said.get(0).words().contains("Made with other settings than those at the right")
                && screen.said.get(0).words().contains("num-samples=1000"));
  }

  @Test
  void ofSeveralThatWereKeptTheOneOfTheChosenSettingsIsShown() throws Exception {
    ExplainedSample first = Phantoms.explained(Lab.samples().get(2), "lime");
    ExplainedSample second = Phantoms.of(first, OptionalLong.of(7));
    lab.kept.addAll(List.of(first, second));
    pick(first.sample().source());
    act(() -> controller.chosen(how(OptionalLong.of(7), first.settings())));
    TestDesk.await(
        "the second is shown",
        () ->
            screen.said.size() == 1
                && screen.said.get(0).drawn().sample().seed().equals(OptionalLong.of(7)));
    assertThat(screen.said.get(0).figure().orElseThrow().caption()).contains("seed=7");
    act(() -> controller.chosen(how(OptionalLong.empty(), first.settings())));
    TestDesk.await(
        "the first is shown",
        () -> screen.said.get(0).drawn().sample().seed().equals(OptionalLong.empty()));
  }

  @Test
  void theSeedIsAskedFor() throws Exception {
    pick(MISSED);
    act(() -> controller.chosen(how(OptionalLong.of(7), Map.of())));
    act(controller::explain);
    assertThat(lab.requests.get(0).seed()).hasValue(7);
  }

  private static Chosen how(OptionalLong seed, Map<String, String> settings) {
    return new Chosen(List.of("lime"), Map.of(), seed, Map.of("lime", settings));
  }

  @Test
  void whatIsCancelledShowsNothingAndCanBeginAgain() throws Exception {
    pick(MISSED);
    choose("lime");
    lab.gate = new CountDownLatch(1);
    edt(
        () -> {
          controller.explain();
          return true;
        });
    assertThat(edt(controller::working)).isTrue();
    assertThat(edt(controller::canExplain)).isFalse();
    act(controller::cancel);
    assertThat(screen.working).isFalse();
    assertThat(screen.said).isEmpty();
    assertThat(desk.problems).isEmpty();
    assertThat(edt(controller::canExplain)).isTrue();
  }

  @Test
  void whatIsKnownSoFarIsShownWhileTheRestIsAsked() throws Exception {
    pick(MISSED);
    choose("lime", "occlusion");
    lab.early = true;
    lab.gate = new CountDownLatch(1);
    edt(
        () -> {
          controller.explain();
          return true;
        });
    TestDesk.await("the first is shown early", () -> screen.said.size() == 1);
    assertThat(screen.said.get(0).title()).endsWith(", by the answers so far");
    assertThat(screen.said.get(0).words()).contains("Stability");
    assertThat(screen.said.get(0).figure()).isEmpty();
    lab.gate.countDown();
    desk.settle();
    TestDesk.await("both are shown", () -> screen.said.size() == 2);
    assertThat(screen.said.get(0).title()).doesNotContain("so far");
  }

  @Test
  void theNumberOfRegionsChangesThePicturesOnly() throws Exception {
    pick(MISSED);
    choose("lime");
    act(controller::explain);
    act(() -> controller.top(3));
    TestDesk.await("three are pointed out", () -> screen.tops.contains(3));
    assertThat(lab.requests).hasSize(1);
  }

  @Test
  void anExplainerThatFailsIsToldAndTheOtherIsShown() throws Exception {
    lab.broken = "lime";
    pick(MISSED);
    choose("lime", "occlusion");
    act(controller::explain);
    TestDesk.await("the other is shown", () -> screen.said.size() == 1);
    assertThat(desk.problems.get(0).summary())
        .isEqualTo("lime of lab.heat 1.0.0 failed: it is broken");
  }

  @Test
  void aRunThatLeaksShowsItsStamp() throws Exception {
    lab.leaks = true;
    pick(MISSED);
    assertThat(screen.heading.orElseThrow().stamp()).isNotEmpty();
    choose("lime");
    act(controller::explain);
    TestDesk.await("it is shown", () -> screen.said.size() == 1);
    assertThat(screen.said.get(0).figure().orElseThrow().caption())
        .contains(screen.heading.orElseThrow().stamp());
  }

  @Test
  void theExplanationIsAFigureThatNamesItsRun() throws Exception {
    pick(MISSED);
    choose("lime");
    act(controller::explain);
    TestDesk.await("it is shown", () -> screen.said.size() == 1);
    act(() -> FigureRules.check(screen.said.get(0).figure().orElseThrow(), "heads"));
  }

  @Test
  void theRequestNamesTheImage() throws Exception {
    pick(MISSED);
    choose("lime");
    act(controller::explain);
    assertThat(lab.requests.get(0).choice()).isEqualTo(new ExplainRequest.Named(List.of(MISSED)));
  }
}
