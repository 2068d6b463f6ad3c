package axial.workbench.bundles;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An installation that only remembers what it was asked for. */
final class FakeInstallation implements Installation {

  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  volatile List<BundleInfo> bundles = List.of();
  volatile boolean refusing;

  @Override
  public List<BundleInfo> list() {
    asked.add("list");
    return bundles;
  }

  @Override
  public void start(long id) {
    act("start " + id);
  }

  @Override
  public void stop(long id) {
    act("stop " + id);
  }

  @Override
  public String update(long id, Path jar, boolean refresh) {
    return act("update %d %s %s".formatted(id, jar, refresh ? "and refresh" : "in place"));
  }

  @Override
  public String remove(long id, boolean refresh) {
    return act("remove %d %s".formatted(id, refresh ? "and refresh" : "in place"));
  }

  @Override
  public String install(Path jar) {
    return act("install " + jar);
  }

  private String act(String what) {
    asked.add(what);
    if (refusing) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION, "lab.net could not be started.", "Select it.");
    }
    return what + " is done.";
  }

  @Override
  public Subscription watch(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
