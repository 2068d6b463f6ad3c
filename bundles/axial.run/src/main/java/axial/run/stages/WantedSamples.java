package axial.run.stages;

import axial.data.Sample;
import axial.data.Split;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples of a run that are to be predicted. */
public final class WantedSamples {

  private WantedSamples() {}

  /**
   * The samples of these names, in their order.
   *
   * @param names sources or content ids; none for the test part
   * @throws ProblemException of kind USAGE that names an unknown image
   */
  public static List<Sample> of(RunRecord record, List<String> names) {
    if (names.isEmpty()) {
      return record.split().map(Split::test).orElse(List.of());
    }
    Map<String, Sample> known = new HashMap<>();
    for (Sample sample : record.data().map(RunRecord.DataRecord::samples).orElse(List.of())) {
      known.putIfAbsent(sample.id(), sample);
      known.put(sample.source(), sample);
    }
    return names.stream()
        .map(
            name ->
                Optional.ofNullable(known.get(name))
                    .orElseThrow(
                        () ->
                            ProblemException.of(
                                Problem.Kind.USAGE,
                                "There is no image %s in the run %s.".formatted(name, record.id()),
                                "Give sources or content ids of its manifest.jsonl.")))
        .toList();
  }
}
