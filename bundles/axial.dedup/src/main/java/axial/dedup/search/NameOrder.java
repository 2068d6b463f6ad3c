package axial.dedup.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which contents have names that differ in their numbers only, and which number comes next. */
final class NameOrder {

  /** Two contents, the one that comes first in the data set first. */
  record Neighbours(int first, int second) {}

  private NameOrder() {}

  /**
   * Those of the wanted contents whose names follow one another, such as {@code gg (9).jpg} and
   * {@code gg (10).jpg}.
   */
  static List<Neighbours> neighbours(Contents contents, BitSet wanted) {
    Map<String, List<Integer>> series = new LinkedHashMap<>();
    for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
      if (!contents.plain(i)) {
        series
            .computeIfAbsent(withoutNumbers(contents.first(i).source()), s -> new ArrayList<>())
            .add(i);
      }
    }
    List<Neighbours> neighbours = new ArrayList<>();
    for (List<Integer> numbers : series.values()) {
      numbers.sort(
          (a, b) -> compareNumbers(contents.first(a).source(), contents.first(b).source()));
      for (int i = 1; i < numbers.size(); i++) {
        int a = numbers.get(i - 1);
        int b = numbers.get(i);
        neighbours.add(new Neighbours(Math.min(a, b), Math.max(a, b)));
      }
    }
    return neighbours;
  }

  private static String withoutNumbers(String name) {
    StringBuilder stem = new StringBuilder(name.length());
    boolean inNumber = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = digit(c);
      if (!digit || !inNumber) {
        stem.append(digit ? '#' : c);
      }
      inNumber = digit;
    }
    return stem.toString();
  }

  /** Compares names that are equal but for their numbers, number by number. */
  static int compareNumbers(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (digit(a.charAt(i)) && digit(b.charAt(j))) {
        int endA = end(a, i);
        int endB = end(b, j);
        int startA = significant(a, i, endA);
        int startB = significant(b, j, endB);
        int order = Integer.compare(endA - startA, endB - startB);
        if (order == 0) {
          order = a.substring(startA, endA).compareTo(b.substring(startB, endB));
        }
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else {
        i++;
        j++;
      }
    }
    return a.compareTo(b);
  }

  private static int significant(String name, int from, int end) {
    int at = from;
    while (at < end - 1 && name.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int end(String name, int from) {
    int at = from;
    while (at < name.length() && digit(name.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
