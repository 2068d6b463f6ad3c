package axial.workbench.bundles.catalog;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.ImageLoader;
import axial.data.Pixels;
import axial.extension.Catalogs.Catalog;
import axial.extension.Installation.State;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.testing.TestCatalogs;
import axial.view.testing.TestDesk;
import axial.view.testing.TestInstallation;
import axial.view.testing.TestTrainings;
import axial.workbench.bundles.change.Changes;
import axial.workbench.bundles.change.Question;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogsViewTest {

  static final URI GROUP = URI.create("http://127.0.0.1:8080/");
  static final String KEY =
      "3f2a-91bc-0d4e-77aa-5b1c-9e02-4411-8ac3-6d7e-20f9-b3b8-1c5d-e0aa-7f31-5296-c84b";

  @TempDir Path workspace;

  private final TestCatalogs catalogs = new TestCatalogs();
  private final TestInstallation installation = new TestInstallation();
  private final Screen screen = new Screen();
  private TestDesk desk;
  private CatalogsController controller;

  /** Remembers what it was to show; agrees to everything. */
  private static final class Screen implements CatalogsScreen {
    private final List<Question> questions = new ArrayList<>();
    private List<CatalogRow> rows = List.of();
    private List<Offer> offers = List.of();
    private List<BufferedImage> pictures = List.of();
    private List<String> troubles = List.of();
    private Runnable changed = () -> {};

    @Override
    public void catalogs(List<CatalogRow> shown, Optional<CatalogRow> chosen) {
      rows = shown;
    }

    @Override
    public void offers(List<Offer> shown, int all, Optional<Offer> chosen) {
      offers = shown;
    }

    @Override
    public void pictures(List<BufferedImage> loaded, List<String> why) {
      pictures = loaded;
      troubles = why;
    }

    @Override
    public boolean agreed(Question question) {
      questions.add(question);
      return true;
    }

    @Override
    public void busy(boolean busy) {}

    @Override
    public void changed() {
      changed.run();
    }
  }

  static Catalog group(String trouble) {
    return new Catalog(
        GROUP,
        "group-catalog",
        3,
        KEY,
        List.of(
            TestCatalogs.release("lab.labnet", "1.0.0", GROUP),
            TestCatalogs.release("lab.labnet", "1.10.0", GROUP),
            TestCatalogs.release("lab.labnet", "1.9.0", GROUP),
            TestCatalogs.release("lab.deep", "2.0.0", GROUP, "good.png", "bad.png")),
        trouble);
  }

  /** Knows good pictures by their first letter. */
  static ImageLoader images() {
    return (ImageLoader)
        Proxy.newProxyInstance(
            ImageLoader.class.getClassLoader(),
            new Class<?>[] {ImageLoader.class},
            (proxy, method, arguments) -> {
              String text = Files.readString((Path) arguments[0]);
              if (!text.startsWith("g")) {
                throw ProblemException.of(
                    Problem.Kind.INPUT, "it is no picture of a kind that is read.", "");
              }
              return new Pixels(2400, 100, 1, new byte[240_000]);
            });
  }

  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(workspace, new TestTrainings(), Map.of());
    catalogs.added.add(group(""));
    installation.refusals.put("lab.deep", "lab.deep 2.0.0 needs axial.model 1.4, this is 1.3.");
    installation.offers.put(
        "lab.labnet", TestInstallation.bundle("lab.labnet", "1.10.0", GROUP.toString()));
    act(
        () -> {
          controller =
              new CatalogsController(
                  desk,
                  catalogs,
                  installation,
                  new Pictures(catalogs, images()),
                  new Changes(desk, installation, catalogs, screen),
                  screen);
          screen.changed = controller::read;
          controller.read();
        });
  }

  private void act(Runnable what) throws Exception {
    edt(
        () -> {
          what.run();
          return true;
        });
    desk.settle();
  }

  private void mark(String name) throws Exception {
    act(() -> controller.mark(Optional.of(offer(name))));
  }

  private Offer offer(String name) {
    return screen.offers.stream()
        .filter(one -> one.symbolicName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void offersSayTheirNewestVersionAndInWordsWhatDoesNotFit() throws Exception {
    assertThat(screen.offers)
        .extracting(Offer::symbolicName, Offer::newestVersion, Offer::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "lab.deep", "2.0.0", "Needs axial.model 1.4, this is 1.3."),
            org.assertj.core.groups.Tuple.tuple("lab.labnet", "1.10.0", "Fits"));
    mark("lab.deep");
    act(controller::install);
    assertThat(installation.asked).noneMatch(what -> what.startsWith("apply"));
  }

  @Test
  void theStateOfACatalogIsSaidInWords() throws Exception {
    assertThat(screen.rows.get(0).state()).startsWith("Current, read 1 Jan 1970");
    catalogs.added.set(0, group("It cannot be reached."));
    act(controller::refresh);
    assertThat(catalogs.asked).contains("refresh");
    assertThat(screen.rows.get(0).state()).startsWith("Offline copy of 1 Jan 1970");
    catalogs.added.set(
        0, new Catalog(GROUP, "group-catalog", 3, KEY, List.of(), "Its key is revoked."));
    act(controller::read);
    assertThat(screen.rows.get(0).state()).isEqualTo("Refused");
  }

  @Test
  void thePlanIsShownBeforeItIsCarriedOut() throws Exception {
    mark("lab.labnet");
    act(controller::install);
    assertThat(screen.questions)
        .extracting(Question::text)
        .containsExactly(
            "Install lab.labnet 1.10.0?\n"
                + "+ lab.labnet 1.10.0, licence MIT, 12 kB, from group-catalog\n"
                + "12 kB are downloaded.");
    assertThat(installation.asked).contains("apply lab.labnet");
    assertThat(offer("lab.labnet").state()).isEqualTo("Installed");
  }

  @Test
  void whatIsInstalledIsolatedSaysWhatThatMeansAndWhereItRuns() throws Exception {
    mark("lab.labnet");
    act(controller::isolated);
    assertThat(screen.questions.get(0).text()).contains("only in a process of its own");
    assertThat(installation.asked).contains("isolate lab.labnet");
    assertThat(offer("lab.labnet").installedVersion()).isEqualTo("1.10.0, in a process of its own");
  }

  @Test
  void aNewerVersionIsAnUpdateAndSaysWhoEndsOnTheOldOne() throws Exception {
    installation.put(
        TestInstallation.bundle("lab.labnet", "1.9.0", GROUP.toString()),
        State.ACTIVE,
        "training of lab-net");
    act(controller::read);
    assertThat(offer("lab.labnet").state()).isEqualTo("An update");
    mark("lab.labnet");
    act(controller::update);
    assertThat(screen.questions.get(0).text())
        .contains(
            "Update lab.labnet from 1.9.0 to 1.10.0?",
            "\u2212 lab.labnet 1.9.0",
            "The training of lab-net ends on 1.9.0; the next uses 1.10.0.");
  }

  @Test
  void picturesAreFetchedOnlyWhenAskedForAndABadOneIsToldInWords() throws Exception {
    catalogs.pictures.put("good.png", "good".getBytes(StandardCharsets.UTF_8));
    catalogs.pictures.put("bad.png", "bad".getBytes(StandardCharsets.UTF_8));
    mark("lab.deep");
    assertThat(catalogs.asked).noneMatch(what -> what.startsWith("picture"));
    act(controller::pictures);
    assertThat(screen.pictures).hasSize(1);
    assertThat(screen.pictures.get(0).getWidth()).as("made smaller").isEqualTo(1200);
    assertThat(screen.troubles)
        .containsExactly("A picture cannot be shown: it is no picture of a kind that is read.");
  }

  @Test
  void aCatalogIsRemovedAndAKeyRevokedAfterAQuestion() throws Exception {
    act(() -> controller.choose(Optional.of(screen.rows.get(0))));
    act(controller::revoke);
    assertThat(screen.questions.get(0).lines().get(0)).isEqualTo("3f2a  91bc  0d4e  77aa");
    assertThat(catalogs.asked).contains("revoke " + KEY);
    act(controller::remove);
    assertThat(catalogs.asked).contains("remove " + GROUP);
    assertThat(screen.rows).isEmpty();
  }
}
