package dev.arborist.domain.validation.leak;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the live heap consists of, class by class.
 *
 * @param bytes the bytes of all instances together, by the class's name
 * @param instances how many instances there are, by the class's name
 */
public record ClassHistogram(SortedMap<String, Long> bytes, SortedMap<String, Long> instances) {

  /**
   * Keeps its own copy of everything.
   *
   * @throws IllegalArgumentException when the two maps do not name the same classes
   */
  public ClassHistogram {
    bytes = Collections.unmodifiableSortedMap(new TreeMap<>(bytes));
    instances = Collections.unmodifiableSortedMap(new TreeMap<>(instances));
    if (!bytes.keySet().equals(instances.keySet())) {
      throw new IllegalArgumentException("bytes and instances are of different classes");
    }
  }
}
