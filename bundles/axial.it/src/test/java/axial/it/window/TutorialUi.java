package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import axial.it.Axial;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/tutorial.md word for word. */
class TutorialUi {

  private static final Pattern CLICK = Pattern.compile("Click \\*\\*(.+?)\\*\\*.*");
  private static final Pattern FIRST = Pattern.compile("Click the first picture.*");
  private static final Pattern CELL =
      Pattern.compile("Click the number in row \\*\\*tumour\\*\\*, column \\*\\*no tumour\\*\\*.*");
  private static final Pattern SEE = Pattern.compile("You see \\*\\*(.+?)\\*\\*.*");
  private static final Pattern PRESS = Pattern.compile("Press \\*\\*(.+?)\\*\\*.*");
  private static final Pattern ENTER =
      Pattern.compile("Type \\*\\*(.+?)\\*\\* into \\*\\*(.+?)\\*\\*.*");
  private static final Pattern TYPE = Pattern.compile("Type \\*\\*(.+?)\\*\\*\\..*");

  private static final Map<String, Integer> KEYS =
      Map.of(
          "Ctrl", KeyEvent.VK_CONTROL,
          "Shift", KeyEvent.VK_SHIFT,
          "Enter", KeyEvent.VK_ENTER,
          "Escape", KeyEvent.VK_ESCAPE);

  @TempDir static Path temp;

  @Test
  void everyStepOfTheTutorialCanBeFollowed() throws Exception {
    List<String> steps = steps();
    assertThat(steps).hasSizeGreaterThan(20);
    try (OpenWindow window = OpenWindow.open(temp)) {
      assertThat(window.axial().context().getBundles()).isNotEmpty();
      Ui ui = new Ui();
      for (String step : steps) {
        try {
          follow(step, ui);
        } catch (AssertionError stuck) {
          throw new AssertionError("The tutorial cannot be followed at: " + step, stuck);
        }
      }
      assertThat(Ui.edt(() -> Ui.showing("problem").isPresent())).isFalse();
    }
  }

  /** The points of its lists, each as one line. */
  private static List<String> steps() throws Exception {
    List<String> steps = new ArrayList<>();
    boolean open = false;
    for (String line : Files.readAllLines(Axial.home().resolve("docs/tutorial.md"))) {
      if (line.startsWith("- ")) {
        steps.add(line.substring(2));
        open = true;
      } else if (open && line.startsWith("  ")) {
        steps.set(steps.size() - 1, steps.get(steps.size() - 1) + " " + line.strip());
      } else {
        open = false;
      }
    }
    return steps;
  }

  private static void follow(String step, Ui ui) throws Exception {
    Matcher enter = ENTER.matcher(step);
    if (CELL.matcher(step).matches()) {
      Component cells = ui.find("evaluation.matrix.cells");
      ui.clickAt(
          cells, Ui.edt(() -> new Point(cells.getWidth() * 2 / 5, cells.getHeight() * 3 / 4)));
    } else if (FIRST.matcher(step).matches()) {
      ui.clickAt(ui.find("evaluation.cases.list"), new Point(60, 60));
    } else if (enter.matches()) {
      Component field = field(enter.group(2));
      ui.clickAt(field, new Point(10, 10));
      ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
      ui.type(enter.group(1));
    } else if (matches(SEE, step)) {
      ui.see(first(SEE, step));
    } else if (matches(CLICK, step)) {
      ui.clickText(first(CLICK, step));
    } else if (matches(PRESS, step)) {
      ui.press(keys(first(PRESS, step)));
    } else if (matches(TYPE, step)) {
      Component field = ui.find("palette.field");
      Ui.await("the field has the focus", field::isFocusOwner);
      ui.type(first(TYPE, step));
    } else {
      throw new AssertionError("Nobody knows how to follow this.");
    }
  }

  private static boolean matches(Pattern pattern, String step) {
    return pattern.matcher(step).matches();
  }

  private static String first(Pattern pattern, String step) {
    Matcher matcher = pattern.matcher(step);
    assertThat(matcher.matches()).isTrue();
    return matcher.group(1);
  }

  private static int[] keys(String words) {
    String[] names = words.split("\\+");
    int[] keys = new int[names.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] =
          KEYS.containsKey(names[i])
              ? KEYS.get(names[i])
              : KeyEvent.getExtendedKeyCodeForChar(names[i].charAt(0));
    }
    return keys;
  }

  private static Component field(String label) throws Exception {
    Ui.await("there is a field " + label, () -> Ui.saying(label, JTextComponent.class).isPresent());
    return Ui.edt(() -> Ui.saying(label, JTextComponent.class).orElseThrow());
  }
}
