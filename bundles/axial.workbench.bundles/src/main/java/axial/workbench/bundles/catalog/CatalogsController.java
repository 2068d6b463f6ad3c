package axial.workbench.bundles.catalog;

import axial.extension.Catalogs;
import axial.extension.Catalogs.Catalog;
import axial.extension.Installation;
import axial.extension.Installation.Change;
import axial.extension.Installation.Installed;
import axial.view.Desk;
import axial.view.Jobs;
import axial.workbench.bundles.change.Changes;
import axial.workbench.bundles.change.Question;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which catalogs there are and what they offer, and what can be done with both. Only on the event
 * dispatch thread; whatever reads or plans is a job.
 */
final class CatalogsController {

  private final Desk desk;
  private final Catalogs catalogs;
  private final Installation installation;
  private final Pictures pictures;
  private final FitCheck fitting;
  private final Changes changes;
  private final CatalogsScreen screen;
  private List<CatalogRow> rows = List.of();
  private List<Offer> offers = List.of();
  private Optional<CatalogRow> catalog = Optional.empty();
  private Optional<Offer> offer = Optional.empty();
  private String filter = "";
  private int asked;

  CatalogsController(
      Desk desk,
      Catalogs catalogs,
      Installation installation,
      Pictures pictures,
      Changes changes,
      CatalogsScreen screen) {
    this.desk = desk;
    this.catalogs = catalogs;
    this.installation = installation;
    this.pictures = pictures;
    this.fitting = new FitCheck(desk, installation);
    this.changes = changes;
    this.screen = screen;
  }

  private record Found(List<CatalogRow> rows, List<Offer> offers) {}

  /** Looks at what is known, without asking a network. */
  void read() {
    read("Look at the catalogs", progress -> found(catalogs.list()));
  }

  /** Reads all catalogs anew, where they are. */
  void refresh() {
    read("Read the catalogs anew", progress -> found(catalogs.refresh(progress)));
  }

  private void read(String title, Jobs.Work<Found> work) {
    int number = ++asked;
    fitting.halt();
    desk.jobs()
        .start(
            title,
            work,
            found -> {
              if (number == asked) {
                take(found);
              }
            });
  }

  private Found found(List<Catalog> all) {
    List<Installed> installed = installation.list();
    return new Found(
        all.stream().map(one -> new CatalogRow(one, catalogs.readAt(one.address()))).toList(),
        Offer.of(all, installed));
  }

  private void take(Found found) {
    rows = found.rows();
    offers = found.offers();
    catalog =
        catalog.flatMap(
            was ->
                rows.stream()
                    .filter(row -> row.catalog().address().equals(was.catalog().address()))
                    .findFirst());
    chosenAnew();
    screen.catalogs(rows, catalog);
    show();
    fit();
  }

  private void chosenAnew() {
    offer =
        offer.flatMap(
            was ->
                offers.stream()
                    .filter(one -> one.symbolicName().equals(was.symbolicName()))
                    .findFirst());
  }

  private void show() {
    screen.offers(
        offers.stream().filter(one -> one.matches(filter)).toList(), offers.size(), offer);
  }

  private void fit() {
    int number = asked;
    fitting.begin(
        offers.stream().filter(Offer::isOpen).toList(),
        found -> {
          if (number == asked) {
            offers =
                offers.stream()
                    .map(
                        one ->
                            Optional.ofNullable(found.get(one.symbolicName()))
                                .map(one::fitting)
                                .orElse(one))
                    .toList();
            chosenAnew();
            show();
          }
        });
  }

  /** Shows only offers in which all words are found. */
  void filter(String words) {
    filter = words;
    show();
  }

  /** Marks a catalog. */
  void choose(Optional<CatalogRow> row) {
    catalog = row;
  }

  /** Marks an offer. */
  void mark(Optional<Offer> one) {
    offer = one;
  }

  /** Forgets the marked catalog, after a question. */
  void remove() {
    catalog
        .map(CatalogRow::catalog)
        .filter(
            one ->
                screen.agreed(
                    new Question(
                        "Remove the catalog " + one.name() + "?",
                        List.of(one.address().toString()),
                        List.of("What was installed from it stays."),
                        "Remove")))
        .ifPresent(
            one ->
                changes.other(
                    "Remove the catalog " + one.name(),
                    () -> {
                      catalogs.remove(one.address());
                      return "The catalog " + one.name() + " is removed.";
                    }));
  }

  /** Trusts the key of the marked catalog no more, after a question. */
  void revoke() {
    catalog
        .map(CatalogRow::catalog)
        .filter(
            one ->
                screen.agreed(
                    new Question(
                        "Trust the key of " + one.name() + " no more?",
                        Fingerprints.lines(one.publisher()),
                        List.of(
                            "Do this when its owner says that the key was stolen. Its catalogs are"
                                + " refused, and its extensions are set aside at the next start."
                                + " It cannot be taken back here."),
                        "Revoke the key")))
        .ifPresent(
            one ->
                changes.other(
                    "Revoke the key of " + one.name(),
                    () -> {
                      catalogs.revoke(one.publisher());
                      return "The key of "
                          + one.name()
                          + " is trusted no more. What runs from it goes on until Axial is"
                          + " started anew.";
                    }));
  }

  /** Installs the marked offer, once the plan is agreed to. */
  void install() {
    marked(Offer::canInstall, name -> changes.begin(new Change.Install(name, "")));
  }

  /** Installs the marked offer so that it never starts in this process. */
  void isolated() {
    marked(Offer::canInstall, name -> changes.isolated(new Change.Install(name, "")));
  }

  /** Brings the newest version of the marked offer. */
  void update() {
    marked(Offer::canUpdate, name -> changes.begin(new Change.Update(name)));
  }

  private void marked(Predicate<Offer> can, Consumer<String> change) {
    offer
        .filter(can)
        .ifPresent(
            one -> {
              fitting.halt();
              change.accept(one.symbolicName());
            });
  }

  /** Loads the pictures of the marked offer. */
  void pictures() {
    offer.ifPresent(
        one ->
            desk.jobs()
                .start(
                    "Load pictures of " + one.symbolicName(),
                    progress -> pictures.load(one.newest(), progress),
                    loaded -> {
                      if (offer
                          .filter(now -> now.symbolicName().equals(one.symbolicName()))
                          .isPresent()) {
                        screen.pictures(loaded.pictures(), loaded.troubles());
                      }
                    }));
  }
}
