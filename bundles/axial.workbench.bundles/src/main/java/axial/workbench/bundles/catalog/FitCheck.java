package axial.workbench.bundles.catalog;

import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.view.Desk;
import axial.view.Jobs;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds out what fits, before anybody asks for it. Only on the event dispatch thread; it plans in a
 * job.
 */
final class FitCheck {

  private final Desk desk;
  private final Installation installation;
  private Optional<Jobs.Job> job = Optional.empty();

  FitCheck(Desk desk, Installation installation) {
    this.desk = desk;
    this.installation = installation;
  }

  /**
   * Plans the newest version of each offer.
   *
   * @param done is given why each does not fit, by symbolic name; an empty text where it does
   */
  void begin(List<Offer> offers, Consumer<Map<String, String>> done) {
    if (!offers.isEmpty()) {
      job =
          Optional.of(
              desk.jobs().start("See what fits", progress -> unfit(offers, progress), done));
    }
  }

  /** Plans no more, as something else is to be planned. */
  void halt() {
    job.ifPresent(Jobs.Job::cancel);
    job = Optional.empty();
  }

  private Map<String, String> unfit(List<Offer> offers, Progress progress) {
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < offers.size(); i++) {
      Offer one = offers.get(i);
      progress.at(one.symbolicName(), i, offers.size());
      progress.check();
      try {
        installation.plan(new Change.Install(one.symbolicName(), one.newestVersion()), progress);
        found.put(one.symbolicName(), "");
      } catch (ProblemException refused) {
        found.put(one.symbolicName(), reason(one, refused.problem().summary()));
      }
    }
    return found;
  }

  /** "lab.net 1.1.0 needs axial.model 1.4, this is 1.3." as "Needs axial.model 1.4, ...". */
  private static String reason(Offer one, String summary) {
    String itself = one.symbolicName() + " " + one.newestVersion() + " ";
    if (!summary.startsWith(itself)) {
      return summary;
    }
    String rest = summary.substring(itself.length());
    return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
  }
}
