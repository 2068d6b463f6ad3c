package axial.extensions.kit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A desk on which nothing lies: every value is empty, every registration is taken and forgotten, no
 * job is ever done. It stands for the interfaces of the window, which this bundle does not know.
 *
 * @param workspace an empty folder
 */
record BlankDesk(Path workspace) implements InvocationHandler {

  /** An object of an interface of the window. */
  Object of(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "a desk of the contract kit";
      };
    }
    return value(method.getGenericReturnType());
  }

  private @Nullable Object value(Type type) {
    Class<?> raw =
        type instanceof ParameterizedType of
            ? (Class<?>) of.getRawType()
            : type instanceof Class<?> plain ? plain : Object.class;
    if (raw.isPrimitive()) {
      return primitive(raw);
    }
    if (raw == String.class) {
      return "";
    }
    if (raw == Path.class) {
      return workspace;
    }
    if (raw == Optional.class) {
      return Optional.empty();
    }
    if (raw == Map.class) {
      return Map.of();
    }
    if (raw == List.class) {
      return List.of();
    }
    if (type instanceof ParameterizedType of && raw.isInterface()) {
      return holding(raw, of.getActualTypeArguments()[0]);
    }
    return raw.isInterface() ? of(raw) : null;
  }

  /** What holds a value of a type, and tells it to nobody but who asks. */
  private Object holding(Class<?> type, Type held) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getName().equals("watch") && arguments != null) {
            @SuppressWarnings("unchecked") // it takes what is held
            var listener = (java.util.function.Consumer<@Nullable Object>) arguments[0];
            listener.accept(value(held));
          }
          return method.getGenericReturnType() instanceof Class<?>
              ? invoke(proxy, method, arguments)
              : value(held);
        });
  }

  private static @Nullable Object primitive(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == void.class) {
      return null;
    }
    if (type == double.class) {
      return 0.0;
    }
    if (type == long.class) {
      return 0L;
    }
    return 0;
  }
}
