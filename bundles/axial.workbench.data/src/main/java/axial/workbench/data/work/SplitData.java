package axial.workbench.data.work;

import axial.data.Sample;
import axial.data.Split;
import axial.run.Prepared;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A split, and the part of each sample.
 *
 * @param prepared the split with what led to it
 * @param parts by source; samples that are in no part are missing
 */
public record SplitData(Prepared prepared, Map<String, Split.Part> parts) {

  /** A split with its index. */
  public static SplitData of(Prepared prepared) {
    Map<String, Split.Part> parts = new HashMap<>();
    for (Split.Part part : Split.Part.values()) {
      for (Sample sample : prepared.split().part(part)) {
        parts.put(sample.source(), part);
      }
    }
    return new SplitData(prepared, Collections.unmodifiableMap(parts));
  }

  /** The part that a sample is in. */
  public Optional<Split.Part> part(String source) {
    return Optional.ofNullable(parts.get(source));
  }
}
