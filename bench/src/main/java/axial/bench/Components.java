package axial.bench;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.osgi.framework.BundleContext;

/** Makes components of bundles outside a framework, as declarative services would inside one. */
final class Components {

  private Components() {}

  /**
   * Makes the component of that class, which has one public constructor, with or without a {@link
   * BundleContext}.
   *
   * @throws UnsupportedOperationException when the class is not there
   */
  static <T> T make(Class<T> service, String className) {
    try {
      Constructor<?> constructor = Class.forName(className).getConstructors()[0];
      Object[] arguments =
          Arrays.stream(constructor.getParameterTypes()).map(Components::standIn).toArray();
      return service.cast(constructor.newInstance(arguments));
    } catch (ClassNotFoundException absent) {
      throw new UnsupportedOperationException("this build has no " + className, absent);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(className + ": " + failed.getCause(), failed);
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Object standIn(Class<?> type) {
    if (type != BundleContext.class) {
      throw new UnsupportedOperationException("nothing stands in for a " + type.getName());
    }
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getName().equals("getProperty")) {
            return System.getProperty((String) arguments[0]);
          }
          throw new UnsupportedOperationException("outside a framework there is no " + method);
        });
  }
}
