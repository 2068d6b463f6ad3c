package axial.run.stages;

import static axial.run.stages.Samples.grouped;
import static axial.run.stages.Samples.pair;
import static axial.run.stages.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.data.Split;
import axial.run.LeakCertificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertifierTest {

  private final Sample a = sample("yes/a", "A", 1);
  private final Sample b = sample("yes/b", "B", 1);
  private final Sample c = sample("no/c", "C", 0);
  private final Sample d = sample("no/d", "D", 0);

  private static Split split(List<Sample> train, List<Sample> validation, List<Sample> test) {
    return new Split(train, validation, test, Split.Protocol.NOTEBOOK);
  }

  private static Optional<Certifier.Seen> seen(SimilarPair... pairs) {
    return Optional.of(new Certifier.Seen("near", new Duplicates(List.of(), List.of(pairs))));
  }

  @Test
  void partsThatShareNothingAreClean() {
    LeakCertificate clean = Certifier.certify(split(List.of(a), List.of(b), List.of(c, d)), seen());
    assertThat(clean.clean()).isTrue();
    assertThat(clean.stamp()).isEmpty();
    assertThat(clean.caution()).isEmpty();
    assertThat(clean.text()).contains("no near twin", "looked for by \"near\"");
  }

  @Test
  void saysWhenNobodyLookedForNearPairs() {
    LeakCertificate blind =
        Certifier.certify(split(List.of(a), List.of(b), List.of(c)), Optional.empty());
    assertThat(blind.clean()).isTrue();
    assertThat(blind.text()).contains("were not looked for").doesNotContain("near twin");
  }

  @Test
  void aCopyInTheTrainingPartStampsTheRun() {
    Sample copy = sample("yes/copy", "A", 1);
    LeakCertificate leaks =
        Certifier.certify(split(List.of(a), List.of(b), List.of(copy, c, d)), seen());
    assertThat(leaks.sharedIds()).containsExactly("A");
    assertThat(leaks.knownTest()).containsExactly("yes/copy");
    assertThat(leaks.stamp())
        .contains(
            "LEAKY: 33 % of the test images (1 of 3) have a twin in the training part; the figures"
                + " are too good.");
  }

  @Test
  void aNearTwinLeaksWithEveryCopyOfIt() {
    Sample copy = sample("yes/copy", "B", 1);
    LeakCertificate leaks =
        Certifier.certify(
            split(List.of(a), List.of(c), List.of(b, copy, d)),
            seen(pair(a, b, SimilarPair.Kind.NEAR)));
    assertThat(leaks.nearPairs())
        .extracting(LeakCertificate.Pair::text)
        .containsExactly("yes/a (train) and yes/b (test): mirrored, phash 4");
    assertThat(leaks.knownTest()).containsExactly("yes/b", "yes/copy");
    assertThat(leaks.twinsInTraining()).isEqualTo(2);
    assertThat(leaks.clean()).isFalse();
  }

  @Test
  void nearTwinsInOnePartAreNoLeak() {
    LeakCertificate clean =
        Certifier.certify(
            split(List.of(a, b), List.of(c), List.of(d)), seen(pair(a, b, SimilarPair.Kind.NEAR)));
    assertThat(clean.clean()).isTrue();
  }

  @Test
  void aTwinThatIsNotInAnyPartIsNoLeak() {
    LeakCertificate clean =
        Certifier.certify(
            split(List.of(a), List.of(c), List.of(d)), seen(pair(a, b, SimilarPair.Kind.NEAR)));
    assertThat(clean.clean()).isTrue();
  }

  @Test
  void aTwinInTheValidationPartIsKnownButNotTrainedOn() {
    LeakCertificate leaks =
        Certifier.certify(
            split(List.of(c), List.of(a), List.of(b, d)), seen(pair(a, b, SimilarPair.Kind.NEAR)));
    assertThat(leaks.twinsInTraining()).isZero();
    assertThat(leaks.stamp().orElseThrow())
        .startsWith("LEAKY: 50 % of the test images (1 of 2) have a twin or their group");
  }

  @Test
  void aLeakBetweenTrainingAndValidationIsNotBlamedOnTheTestPart() {
    LeakCertificate leaks =
        Certifier.certify(
            split(List.of(a), List.of(b), List.of(d)), seen(pair(a, b, SimilarPair.Kind.NEAR)));
    assertThat(leaks.knownTest()).isEmpty();
    assertThat(leaks.stamp().orElseThrow())
        .startsWith("LEAKY: the training and the validation part share 0 image contents, 1 near");
  }

  @Test
  void aGroupInTwoPartsLeaks() {
    LeakCertificate leaks =
        Certifier.certify(
            split(
                List.of(grouped("yes/1", "X", 1, "patient 7")),
                List.of(c),
                List.of(grouped("yes/2", "Y", 1, "patient 7"), d)),
            seen());
    assertThat(leaks.sharedGroups()).containsExactly("patient 7");
    assertThat(leaks.knownTest()).containsExactly("yes/2");
  }

  @Test
  void neighboursOfOneSeriesAreACautionOnly() {
    LeakCertificate clean =
        Certifier.certify(
            split(List.of(a), List.of(c), List.of(b, d)),
            seen(pair(a, b, SimilarPair.Kind.SERIES), pair(b, d, SimilarPair.Kind.SERIES)));
    assertThat(clean.clean()).isTrue();
    assertThat(clean.seriesPairs()).isEqualTo(1);
    assertThat(clean.caution().orElseThrow())
        .contains("1 pair across the parts", "--group range:5");
  }
}
