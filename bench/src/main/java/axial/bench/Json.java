package axial.bench;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Records as JSON: an object with the record's name as {@code kind}, then its components. */
final class Json {

  private Json() {}

  static String of(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Record record) {
      List<String> members = new ArrayList<>();
      members.add("\"kind\":" + of(record.getClass().getSimpleName()));
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        try {
          members.add(of(component.getName()) + ":" + of(component.getAccessor().invoke(record)));
        } catch (ReflectiveOperationException hidden) {
          throw new IllegalArgumentException(hidden);
        }
      }
      return String.join(",", members).transform(text -> "{" + text + "}");
    }
    return value instanceof Number ? value.toString() : '"' + value.toString() + '"';
  }
}
