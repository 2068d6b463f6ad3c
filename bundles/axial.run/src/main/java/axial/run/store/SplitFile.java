package axial.run.store;

import axial.data.Shares;
import axial.data.Split;
import axial.run.LeakCertificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code split.json}: the sources of each part, and what the parts share. What came later is
 * missing in older files: those splits are clean, and nobody looked for near pairs.
 *
 * @param wanted the shares that the splitter aimed at; older files and some splitters do not say
 */
record SplitFile(
    List<String> train,
    List<String> validation,
    List<String> test,
    List<String> sharedIds,
    List<String> sharedGroups,
    Split.Protocol protocol,
    List<LeakCertificate.Pair> nearPairs,
    String nearFinder,
    @Nullable Integer seriesPairs,
    List<String> knownTest,
    @Nullable Integer twinsInTraining,
    @Nullable Shares wanted) {

  SplitFile {
    protocol = Objects.requireNonNullElse(protocol, Split.Protocol.CLEAN);
    nearPairs = Objects.requireNonNullElse(nearPairs, List.of());
    nearFinder = Objects.requireNonNullElse(nearFinder, "");
    knownTest = Objects.requireNonNullElse(knownTest, List.of());
  }

  static SplitFile of(
      List<String> train,
      List<String> validation,
      List<String> test,
      Split.Protocol protocol,
      LeakCertificate leaks,
      @Nullable Shares wanted) {
    return new SplitFile(
        train,
        validation,
        test,
        leaks.sharedIds(),
        leaks.sharedGroups(),
        protocol,
        leaks.nearPairs(),
        leaks.nearFinder(),
        leaks.seriesPairs(),
        leaks.knownTest(),
        leaks.twinsInTraining(),
        wanted);
  }

  LeakCertificate leaks() {
    return new LeakCertificate(
        sharedIds,
        sharedGroups,
        nearPairs,
        nearFinder,
        seriesPairs == null ? 0 : seriesPairs,
        knownTest,
        twinsInTraining == null ? 0 : twinsInTraining,
        test.size());
  }
}
