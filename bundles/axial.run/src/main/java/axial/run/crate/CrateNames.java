package axial.run.crate;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names of the files in a crate: each can be unpacked on every system, beside all others. */
final class CrateNames {

  private final Set<String> seen = new HashSet<>();

  /** Adds a name; what is wrong with it, in words that follow a colon, or nothing. */
  Optional<String> add(String name) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    boolean odd = path.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':');
    if (odd || List.of(path.split("/", -1)).stream().anyMatch(p -> p.matches("|\\.|\\.\\."))) {
      return Optional.of("the name \"" + name.replaceAll("\\p{Cntrl}", "?") + "\" leads elsewhere");
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return seen.add(plain)
        ? Optional.empty()
        : Optional.of("the name \"" + name + "\" comes twice");
  }
}
