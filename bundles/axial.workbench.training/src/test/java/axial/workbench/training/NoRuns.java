package axial.workbench.training;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunRecord;
import axial.run.Runs;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store of runs that can list and open, and nothing else. */
final class NoRuns {

  private NoRuns() {}

  /** One with these runs. */
  static Runs with(Map<Path, RunRecord> known) {
    return (Runs)
        Proxy.newProxyInstance(
            NoRuns.class.getClassLoader(),
            new Class<?>[] {Runs.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "list" -> List.copyOf(known.values());
                  case "open" ->
                      Optional.ofNullable(known.get(arguments[0]))
                          .orElseThrow(
                              () ->
                                  ProblemException.of(
                                      Problem.Kind.INPUT, arguments[0] + " is no run.", ""));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
