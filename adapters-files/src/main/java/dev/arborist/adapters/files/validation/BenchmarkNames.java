package dev.arborist.adapters.files.validation;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The shortest names by which requirements can tell benchmarks apart. */
final class BenchmarkNames {

  /** How many of the benchmarks end with these segments. */
  private final Map<String, Integer> endings = new TreeMap<>();

  /** Names for these benchmarks among themselves. */
  BenchmarkNames(Collection<String> wholeNames) {
    SortedSet<String> different = new TreeSet<>(wholeNames);
    for (String name : different) {
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        endings.merge(name.substring(dot + 1), 1, Integer::sum);
      }
      endings.merge(name, 1, Integer::sum);
    }
  }

  /**
   * The last segments of a name that no other benchmark has, its class and method at least: a
   * method's name alone would soon name another benchmark as well. The whole name when there are
   * none.
   */
  String shortest(String wholeName) {
    int dot = wholeName.lastIndexOf('.', wholeName.lastIndexOf('.') - 1);
    while (dot > 0) {
      String ending = wholeName.substring(dot + 1);
      if (endings.getOrDefault(ending, 0) == 1) {
        return ending;
      }
      dot = wholeName.lastIndexOf('.', dot - 1);
    }
    return wholeName;
  }
}
