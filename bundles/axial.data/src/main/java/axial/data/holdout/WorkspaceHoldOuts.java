package axial.data.holdout;

import axial.data.Dataset;
import axial.data.DuplicateGroup;
import axial.data.HoldOut;
import axial.data.HoldOuts;
import axial.data.Sample;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Keeps hold-outs in {@code holdouts} of the workspace. */
@Component
public final class WorkspaceHoldOuts implements HoldOuts {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private final HoldOutFiles files;

  /** Those of the workspace that the framework property {@code axial.workspace} names. */
  @Activate
  public WorkspaceHoldOuts(BundleContext framework) {
    this(workspace(framework.getProperty("axial.workspace")).resolve("holdouts"));
  }

  WorkspaceHoldOuts(Path folder) {
    this.files = new HoldOutFiles(folder.toAbsolutePath());
  }

  private static Path workspace(@Nullable String property) {
    return Path.of(property == null ? "workspace" : property);
  }

  @Override
  public List<HoldOut> all() {
    return files.names().stream().map(files::read).toList();
  }

  @Override
  public HoldOut find(String name) {
    List<String> names = files.names();
    if (!names.contains(name)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "There is no hold-out \"" + name + "\".",
          names.isEmpty()
              ? "Freeze one with: ./axial holdout freeze NAME --data DIR."
              : "There are: " + String.join(", ", names) + ".");
    }
    return files.read(name);
  }

  @Override
  public HoldOut freeze(
      String name,
      Dataset dataset,
      Choice source,
      List<DuplicateGroup> duplicates,
      double share,
      Seed seed) {
    if (!NAME.matcher(name).matches()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A hold-out cannot be called \"" + name + "\".",
          "Give up to 64 letters, digits, hyphens and underscores.");
    }
    if (!(share > 0 && share < 1)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The share of a hold-out cannot be " + share + ".",
          "Give a number above 0 and below 1, such as 0.2.");
    }
    return locked(
        () -> {
          if (files.exists(name)) {
            throw ProblemException.of(
                Problem.Kind.USAGE,
                "There is a hold-out \"" + name + "\" already; it stays as it is.",
                "Choose another name.");
          }
          Set<String> taken = new HashSet<>();
          all().forEach(holdOut -> taken.addAll(holdOut.ids()));
          FrozenDraw draw = FrozenDraw.of(dataset, duplicates, taken, share, seed);
          HoldOut frozen =
              new HoldOut(
                  name,
                  Instant.now().truncatedTo(ChronoUnit.SECONDS),
                  dataset.address(),
                  source,
                  draw.classes(),
                  draw.companions());
          files.write(frozen);
          return frozen;
        });
  }

  @Override
  public void requireFree(List<Sample> samples) {
    for (HoldOut holdOut : all()) {
      Set<String> ids = holdOut.ids();
      List<Sample> frozen = samples.stream().filter(s -> ids.contains(s.id())).toList();
      if (!frozen.isEmpty()) {
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "%d of the images to learn from, such as %s, %s frozen in the hold-out %s."
                .formatted(
                    frozen.size(),
                    frozen.get(0).source(),
                    frozen.size() == 1 ? "is" : "are",
                    holdOut.name()),
            "Make a new run, which sets frozen images aside.");
      }
    }
  }

  @Override
  public List<HoldOut.Use> uses(String name) {
    return files.uses(find(name).name());
  }

  @Override
  public void use(String name, HoldOut.Use use) {
    locked(
        () -> {
          List<HoldOut.Use> uses = new ArrayList<>(uses(name));
          uses.add(use);
          files.writeUses(name, uses);
          return uses;
        });
  }

  /** Does something while no other thread and no other process changes the hold-outs. */
  private synchronized <T> T locked(Supplier<T> work) {
    Path file = files.folder().resolve(".lock");
    try {
      Files.createDirectories(files.folder());
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("The lock was lost.");
        }
        return work.get();
      }
    } catch (OverlappingFileLockException other) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.USAGE, "Another Axial changes the hold-outs just now.", "Try again."),
          other);
    } catch (IOException broken) {
      throw HoldOutFiles.unwritable(file, broken);
    }
  }
}
