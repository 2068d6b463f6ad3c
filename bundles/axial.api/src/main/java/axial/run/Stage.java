package axial.run;

import java.util.Locale;

/** The stages of a run, in order. */
public enum Stage {
  /** Open the data set and list its samples. */
  LOAD,
  /** Take out duplicates. */
  DEDUPLICATE,
  /** Split into three parts and certify that nothing leaks. */
  SPLIT,
  /** Train the network. */
  TRAIN,
  /** Predict the test part and judge the predictions. */
  EVALUATE,
  /** Explain single predictions. */
  EXPLAIN,
  /** Write the report. */
  REPORT;

  /** Its name in lower case, as it stands in events and files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
