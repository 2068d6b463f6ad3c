package axial.workbench.bundles.change;

import java.util.List;

/** Who uses a bundle, in words; holders are called "training of lab-net" by the services. */
public final class Users {

  private Users() {}

  /** "the training of lab-net and the preview of scans", each once. */
  public static String words(List<String> holders) {
    List<String> each = holders.stream().distinct().map(holder -> "the " + holder).toList();
    return each.size() < 2
        ? String.join("", each)
        : String.join(", ", each.subList(0, each.size() - 1)) + " and " + each.get(each.size() - 1);
  }

  /** The same as the beginning of a sentence. */
  public static String atFirst(List<String> holders) {
    String words = words(holders);
    return words.isEmpty() ? "" : "T" + words.substring(1);
  }

  /** Whether there is more than one, for the verb that follows. */
  public static boolean several(List<String> holders) {
    return holders.stream().distinct().count() > 1;
  }
}
