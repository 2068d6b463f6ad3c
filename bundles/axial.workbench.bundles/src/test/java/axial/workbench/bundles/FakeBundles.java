package axial.workbench.bundles;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Bundles that only remember what was asked of them. */
final class FakeBundles implements Bundles {

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
  public String unplug(long id) {
    return act("unplug " + id);
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
