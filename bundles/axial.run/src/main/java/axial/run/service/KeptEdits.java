package axial.run.service;

import axial.data.Curation;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunSpec;
import axial.run.store.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The edits by hand that a run was made with. A run keeps a copy, so that it stays what it is when
 * its user goes on editing.
 */
final class KeptEdits {

  private KeptEdits() {}

  /** What is in the file of edits that a specification names; nothing when it names none. */
  static Optional<byte[]> read(RunSpec spec) {
    String name = spec.source().settings().getOrDefault(Curation.SETTING, "").strip();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(Path.of(name)));
    } catch (IOException | InvalidPathException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The edits in " + name + " cannot be read.",
              "Restore the file, or leave the setting " + Curation.SETTING + " empty."),
          broken);
    }
  }

  /** The specification of a run that is there, with its own copy of the edits. */
  static RunSpec in(RunFolder folder, RunSpec spec) {
    return folder
        .data()
        .edits()
        .map(file -> spec.withSource(edited(spec.source(), file)))
        .orElse(spec);
  }

  private static Choice edited(Choice source, Path file) {
    Map<String, String> settings = new HashMap<>(source.settings());
    settings.put(Curation.SETTING, file.toString());
    return new Choice(source.id(), settings);
  }
}
