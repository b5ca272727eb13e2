package dev.arborist.adapters.render.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clusters of several code points that stand in cells, each under a number: a cell is an {@code
 * int} whatever stands in it.
 */
final class Clusters {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Interned> interned = new ArrayList<>();

  private record Interned(String text, int columnsApart) {}

  /**
   * The number of a cluster, from 0 on.
   *
   * @param columnsApart how many columns its code points take in a terminal that knows no clusters
   */
  int number(String text, int columnsApart) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    numbers.put(text, interned.size());
    interned.add(new Interned(text, columnsApart));
    return interned.size() - 1;
  }

  String text(int number) {
    return interned.get(number).text;
  }

  int columnsApart(int number) {
    return interned.get(number).columnsApart;
  }

  int size() {
    return interned.size();
  }
}
