package axial.workbench.model;

import axial.run.RunRequest;
import axial.view.Watched;
import axial.view.run.Training;
import axial.view.run.Trainings;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trainings that only remember what was asked for. */
final class Asked implements Trainings {

  final List<RunRequest> requests = new ArrayList<>();

  @Override
  public Training start(RunRequest request) {
    requests.add(request);
    return (Training)
        Proxy.newProxyInstance(
            Asked.class.getClassLoader(),
            new Class<?>[] {Training.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  @Override
  public Training resume(Path run) {
    throw new UnsupportedOperationException("These tests resume none");
  }

  @Override
  public Training repeat(Path run) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Watched<List<Training>> all() {
    throw new UnsupportedOperationException("These tests list none");
  }
}
