package axial.workbench.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {

  @TempDir Path temp;

  @Test
  void whatIsSavedIsThereInTheNextWindow() throws Exception {
    Preferences first = new Preferences(temp.resolve("new/folder"));
    first.put("theme", "DARK");
    first.save();
    assertThat(new Preferences(temp.resolve("new/folder")).get("theme", "LIGHT")).isEqualTo("DARK");
  }

  @Test
  void aDamagedFileCountsAsEmpty() throws Exception {
    Files.writeString(temp.resolve("window.properties"), "theme=\\u00zz");
    assertThat(new Preferences(temp).get("theme", "LIGHT")).isEqualTo("LIGHT");
  }

  @Test
  void aThemeThatDoesNotExistIsThatOfTheDesktop() {
    assertThat(Theme.of("purple")).isEqualTo(Theme.SYSTEM);
    assertThat(Theme.of("dark")).isEqualTo(Theme.DARK);
  }
}
