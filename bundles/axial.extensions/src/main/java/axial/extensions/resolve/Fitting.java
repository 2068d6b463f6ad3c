package axial.extensions.resolve;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.felix.resolver.Logger;
import org.apache.felix.resolver.ResolverImpl;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.service.resolver.ResolutionException;

/**
 * Finds out by OSGi's resolver whether bundles would work in the running framework, without
 * installing any. An answer takes milliseconds; a puzzle made to take for ever is given up.
 */
public final class Fitting {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Running running;
  private final Duration longest;

  /** Over what runs now. */
  public Fitting(Running running) {
    this(running, LONGEST);
  }

  Fitting(Running running, Duration longest) {
    this.running = running;
    this.longest = longest;
  }

  /**
   * Wires bundles.
   *
   * @param wanted must all work
   * @param offers may be brought along where they are needed; the first that fits is taken
   * @throws ProblemException of kind EXTENSION that says in words what is missing or in conflict
   */
  public Fit fit(Collection<Described> wanted, Collection<Described> offers, Progress progress) {
    progress.checkCancelled();
    Puzzle puzzle = new Puzzle(List.copyOf(wanted), List.copyOf(offers), running);
    Map<Resource, List<Wire>> wires;
    try (Patience patience = new Patience(longest, progress, puzzle::giveUp)) {
      wires = new ResolverImpl(new Logger(0), Runnable::run).resolve(puzzle);
      if (patience.ended()) {
        throw new ResolutionException("given up");
      }
    } catch (ResolutionException unfit) {
      progress.checkCancelled();
      if (puzzle.givenUp()) {
        throw tooLong(wanted);
      }
      throw new Reasons(puzzle).inWords(unfit);
    } catch (CancellationException givenUp) {
      if (progress.cancelled()) {
        throw new CancelledException("Finding out what fits");
      }
      throw tooLong(wanted);
    }
    return answer(wanted, wires);
  }

  private static Fit answer(Collection<Described> wanted, Map<Resource, List<Wire>> wires) {
    List<Described> brought = new ArrayList<>();
    Map<Described, Set<Described>> uses = new LinkedHashMap<>();
    for (Map.Entry<Resource, List<Wire>> entry : wires.entrySet()) {
      if (entry.getKey() instanceof Described described) {
        if (!wanted.contains(described)) {
          brought.add(described);
        }
        Set<Described> used = new LinkedHashSet<>();
        for (Wire wire : entry.getValue()) {
          if (wire.getProvider() instanceof Described provider && provider != described) {
            used.add(provider);
          }
        }
        uses.put(described, used);
      }
    }
    brought.sort(Comparator.comparing(described -> described.name().toString()));
    return new Fit(brought, uses);
  }

  private ProblemException tooLong(Collection<Described> wanted) {
    return ProblemException.of(
        Problem.Kind.EXTENSION,
        "What %s need could not be worked out within %d s.".formatted(wanted, longest.toSeconds()),
        "Install fewer at a time, or tell their publisher.");
  }
}
