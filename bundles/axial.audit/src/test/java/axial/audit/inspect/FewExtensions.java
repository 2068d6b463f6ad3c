package axial.audit.inspect;

import axial.data.DuplicateFinder;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Extensions;
import java.util.List;

/** Knows these duplicate finders and nothing else. */
record FewExtensions(List<DuplicateFinder> finders) implements Extensions {

  @Override
  public <T extends Extension> List<T> all(Class<T> type) {
    return finders.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public <T extends Extension> T find(Class<T> type, String id) {
    return all(type).stream()
        .filter(extension -> extension.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.of(Problem.Kind.USAGE, "There is no finder " + id + ".", ""));
  }

  @Override
  public List<Status> statuses() {
    return List.of();
  }

  @Override
  public void reportFailure(Extension extension, Throwable cause) {
    throw new AssertionError(cause);
  }
}
