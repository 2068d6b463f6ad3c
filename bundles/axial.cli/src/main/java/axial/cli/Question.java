package axial.cli;

import java.io.Console;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks the user, where one sits at a terminal. */
final class Question {

  private Question() {}

  /** Whether a user at a terminal has said yes; nobody there has not, and is not waited for. */
  @SuppressWarnings(
      "SystemConsoleNull") // from JDK 22 on the terminal itself says whether it is one
  static boolean ask(Terminal terminal, String question) {
    @Nullable Console console = System.console();
    if (console == null || !terminal.live()) {
      return false;
    }
    String answer = console.readLine("%s [y/N] ", question);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
