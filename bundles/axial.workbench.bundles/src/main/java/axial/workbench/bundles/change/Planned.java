package axial.workbench.bundles.change;

import axial.extension.BundleName;
import axial.extension.Catalogs;
import axial.extension.Installation.Change;
import axial.extension.Installation.Plan;
import axial.extension.LockedBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan with what is needed to put it into words.
 *
 * @param plan what is to be done
 * @param isolated whether what comes runs in processes of its own only
 * @param licences licences of what comes, by SHA-256, where they are known
 * @param catalogs names of the catalogs by their addresses
 * @param troubles why catalogs could not be read anew before it was planned
 */
record Planned(
    Plan plan,
    boolean isolated,
    Map<String, String> licences,
    Map<String, String> catalogs,
    List<String> troubles) {

  /** What "isolated" means, in one sentence. */
  static final String ISOLATED =
      "It is started only in a process of its own for each training: a crash or a full memory stays"
          + " there, but it still has your rights.";

  /** Names of catalogs by their addresses. */
  static Map<String, String> names(List<Catalogs.Catalog> all) {
    return all.stream()
        .collect(
            Collectors.toMap(
                catalog -> catalog.address().toString(), Catalogs.Catalog::name, (a, b) -> a));
  }

  /** Whether nothing is to be done. */
  boolean isNothing() {
    return plan.added().isEmpty() && plan.removed().isEmpty();
  }

  /** What is asked before it is carried out. */
  Question question() {
    List<String> lines = new ArrayList<>();
    plan.added().forEach(bundle -> lines.add("+ " + comes(bundle)));
    plan.removed().forEach(bundle -> lines.add("\u2212 " + bundle.name()));
    return new Question(title(), plan.added().isEmpty() ? List.of() : lines, notes(), verb());
  }

  private String comes(LockedBundle bundle) {
    String from =
        bundle
            .origin()
            .map(origin -> "from " + catalogs.getOrDefault(origin.catalog(), origin.catalog()))
            .orElse("from a file");
    String licence =
        Optional.ofNullable(licences.get(bundle.sha256()))
            .filter(text -> !text.isBlank())
            .map(text -> ", licence " + text)
            .orElse("");
    return bundle.name() + licence + ", " + Bytes.words(bundle.bytes()) + ", " + from;
  }

  /** What the change is about: the wanted bundle comes last after what it brings along. */
  private LockedBundle main() {
    LockedBundle last = plan.added().get(plan.added().size() - 1);
    return plan.added().stream()
        .filter(each -> each.name().symbolicName().equals(wanted()))
        .findFirst()
        .orElse(last);
  }

  /** The symbolic name that was asked for; empty when a file was. */
  private String wanted() {
    if (plan.change() instanceof Change.Install install) {
      return install.symbolicName();
    }
    return plan.change() instanceof Change.Update update ? update.symbolicName() : "";
  }

  private Optional<BundleName> former(LockedBundle bundle) {
    return plan.removed().stream()
        .map(LockedBundle::name)
        .filter(name -> name.symbolicName().equals(bundle.name().symbolicName()))
        .findFirst();
  }

  private boolean isRemoval() {
    return plan.added().isEmpty();
  }

  private boolean isExactSet() {
    return plan.change() instanceof Change.Restore || plan.change() instanceof Change.Become;
  }

  /** What is done, without the question mark; also the title of its job. */
  String title() {
    if (isExactSet()) {
      return "Restore the extensions of the lock file?";
    }
    if (isRemoval()) {
      return "Remove "
          + plan.removed().stream()
              .map(bundle -> bundle.name().toString())
              .collect(Collectors.joining(" and "))
          + "?";
    }
    LockedBundle main = main();
    return former(main)
        .map(
            name ->
                "Update %s from %s to %s?"
                    .formatted(name.symbolicName(), name.version(), main.name().version()))
        .orElse("Install " + main.name() + "?");
  }

  private String verb() {
    if (isExactSet()) {
      return "Restore";
    }
    if (isRemoval()) {
      return plan.heldBy().isEmpty() ? "Remove" : "Remove when it ends";
    }
    if (isolated) {
      return "Install isolated";
    }
    return former(main()).isPresent() ? "Update" : "Install";
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (plan.downloadBytes() > 0) {
      notes.add(Bytes.words(plan.downloadBytes()) + " are downloaded.");
    }
    if (isolated) {
      notes.add(ISOLATED);
    }
    if (!plan.heldBy().isEmpty()) {
      notes.add(isRemoval() ? uses() : endsOn());
    }
    return notes;
  }

  /** Who uses what goes, one sentence. */
  String uses() {
    return Users.atFirst(plan.heldBy()) + (Users.several(plan.heldBy()) ? " use it." : " uses it.");
  }

  /** What happens to those that use what goes; empty when nobody does. */
  String endsOn() {
    if (plan.heldBy().isEmpty() || isRemoval()) {
      return "";
    }
    String who = Users.atFirst(plan.heldBy());
    String ends = Users.several(plan.heldBy()) ? " end on " : " ends on ";
    Optional<BundleName> before = isExactSet() ? Optional.empty() : former(main());
    return before
        .map(
            name ->
                who + ends + name.version() + "; the next uses " + main().name().version() + ".")
        .orElse(who + ends + "what it began with; the next uses the new ones.");
  }
}
