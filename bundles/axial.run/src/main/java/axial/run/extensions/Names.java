package axial.run.extensions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Puts types, throwables and bundles into words. */
public final class Names {

  private Names() {}

  /** "learning rate schedule" for {@code LearningRateSchedule}. */
  public static String of(Class<?> type) {
    return type.getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .replace("Model Factory", "model")
        .toLowerCase(Locale.ROOT);
  }

  /** What a throwable says, on one line, never "null". */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    String text = failure.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? text
        : text + ": " + message.strip().replaceAll("\\s+", " ");
  }

  /** Symbolic name and version. */
  static String of(Bundle bundle) {
    String name = bundle.getSymbolicName();
    return (name == null ? bundle.getLocation() : name) + " " + bundle.getVersion();
  }

  /** Symbolic name and version of the bundle that an object's class is from. */
  public static String bundleOf(Object extension) {
    @Nullable Bundle bundle = FrameworkUtil.getBundle(extension.getClass());
    return bundle == null ? "outside any bundle" : of(bundle);
  }
}
