package axial.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Split;
import axial.view.Part;
import axial.view.Picked;
import axial.view.run.CellPictures;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JList;
import org.junit.jupiter.api.Test;

class CasesViewTest {

  private static final String NAME = "evaluation.cases";

  private static Part withCell(Shown shown, int truth, int called) throws Exception {
    Part part = shown.open(NAME);
    TestDesk.edt(
        () -> {
          shown.selection.show(
              new CellPictures.Cell(shown.run.folder(), 0, Split.Part.TEST, truth, called));
          return "";
        });
    shown.desk.settle();
    return part;
  }

  private static JList<?> list(Part part) {
    return Shown.find(part.component(), NAME + ".list", JList.class);
  }

  @Test
  void theImagesOfACellStandWithTheSurestFirst() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = withCell(shown, 1, 0);
    assertThat(Shown.find(part.component(), NAME + ".title", JLabel.class).getText())
        .isEqualTo("4 images of tumour called no tumour, the surest first");
    JList<?> list = list(part);
    double last = 1;
    for (int i = 0; i < list.getModel().getSize(); i++) {
      Cases.Case each = (Cases.Case) list.getModel().getElementAt(i);
      assertThat(each.source()).startsWith("tumour/");
      assertThat(each.sureness()).isLessThanOrEqualTo(last).isGreaterThan(0.5);
      last = each.sureness();
    }
  }

  @Test
  void choosingAnImagePicksItAndEnterRevealsItsExplanation() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    JList<?> list = list(withCell(shown, 1, 0));
    TestDesk.edt(
        () -> {
          assertThat(shown.desk.commands.get("evaluation.explain").enabled().getAsBoolean())
              .isFalse();
          list.setSelectedIndex(2);
          shown.desk.commands.get("evaluation.explain").action().run();
          return "";
        });
    Cases.Case chosen = (Cases.Case) list.getModel().getElementAt(2);
    assertThat(shown.desk.picked().get())
        .isEqualTo(Optional.of(Picked.ofRun(shown.run.folder(), chosen.source())));
    assertThat(shown.desk.revealed).containsExactly("explanation.view");
  }

  @Test
  void aCellOfAnEpochShowsWhatItsModelSaysAlsoBeforeTheRunIsEvaluated() throws Exception {
    Shown shown = new Shown(SampleRun.two("one").unfinished());
    Part part = shown.open(NAME);
    choose(shown, 3);
    assertThat(Shown.find(part.component(), NAME + ".title", JLabel.class).getText())
        .isEqualTo("45 images of tumour called no tumour after epoch 3, the surest first");
    assertThat(shown.kept.predicted).containsExactly("3: 90");
    JList<?> list = list(part);
    TestDesk.edt(
        () -> {
          list.setSelectedIndex(1);
          return "";
        });
    Cases.Case chosen = (Cases.Case) list.getModel().getElementAt(1);
    assertThat(shown.desk.picked().get())
        .contains(new Picked(chosen.source(), Optional.of(shown.run.folder()), 3));
  }

  @Test
  void aModelThatIsNoLongerThereIsToldInPlace() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = shown.open(NAME);
    choose(shown, 12);
    assertThat(Shown.texts(part.component())).contains("There is no model of it. Wait.");
    assertThat(shown.desk.problems).isEmpty();
  }

  private static void choose(Shown shown, int epoch) throws Exception {
    TestDesk.edt(
        () -> {
          shown.selection.show(
              new CellPictures.Cell(shown.run.folder(), epoch, Split.Part.VALIDATION, 1, 0));
          return "";
        });
    shown.desk.settle();
  }

  @Test
  void theThumbnailsAreThoseOfTheRunsData() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = withCell(shown, 1, 0);
    TestDesk.await(
        "a bright finding is seen",
        () -> {
          BufferedImage image = Picture.of(part.component(), 400, 500);
          int bright = 0;
          for (int y = 60; y < 200; y++) {
            for (int x = 0; x < 150; x++) {
              bright += (image.getRGB(x, y) & 0xFFFFFF) == 0xE6E6E6 ? 1 : 0;
            }
          }
          return bright > 50;
        });
    TestDesk.edt(
        () -> {
          part.close();
          return "";
        });
  }

  @Test
  void withoutACellItLeadsToTheMatrix() throws Exception {
    Shown shown = new Shown(SampleRun.two("one"));
    Part part = shown.open(NAME);
    TestDesk.edt(
        () -> {
          ((javax.swing.JButton) Shown.search(part.component(), "next-step").orElseThrow())
              .doClick(0);
          return "";
        });
    assertThat(shown.desk.revealed).containsExactly("evaluation.matrix");
  }
}
