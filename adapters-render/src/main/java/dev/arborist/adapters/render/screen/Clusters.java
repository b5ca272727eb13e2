package dev.arborist.adapters.render.screen;

import java.nio.charset.StandardCharsets;
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

  private record Interned(String text, int codePoints) {}

  /** The number of a cluster, from 0 on. */
  int number(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    numbers.put(text, interned.size());
    interned.add(new Interned(text, text.codePointCount(0, text.length())));
    return interned.size() - 1;
  }

  String text(int number) {
    return interned.get(number).text;
  }

  byte[] utf8(int number) {
    return text(number).getBytes(StandardCharsets.UTF_8);
  }

  int codePoints(int number) {
    return interned.get(number).codePoints;
  }

  int size() {
    return interned.size();
  }
}
