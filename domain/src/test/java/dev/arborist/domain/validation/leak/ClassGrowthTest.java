package dev.arborist.domain.validation.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClassGrowthTest {

  private static SortedMap<String, Long> counts(Object... namesAndCounts) {
    SortedMap<String, Long> counts = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < namesAndCounts.length; i += 2) {
      counts.put((String) namesAndCounts[i], ((Number) namesAndCounts[i + 1]).longValue());
    }
    return counts;
  }

  private static final ClassHistogram BEFORE =
      new ClassHistogram(
          counts("Node", 4_000, "[B", 9_000, "Gone", 100, "Shrunk", 500, "Even", 7, "Wider", 64),
          counts("Node", 100, "[B", 300, "Gone", 1, "Shrunk", 5, "Even", 1, "Wider", 4));

  private static final ClassHistogram AFTER =
      new ClassHistogram(
          counts("Node", 8_000, "[B", 13_000, "New", 32, "Shrunk", 400, "Even", 7, "Wider", 96),
          counts("Node", 200, "[B", 450, "New", 2, "Shrunk", 4, "Even", 1, "Wider", 3));

  @Test
  void theClassThatGrewMostComesFirstAndEqualOnesGoByName() {
    assertEquals(
        List.of(
            new Suspect("Node", 4_000, 100),
            new Suspect("[B", 4_000, 150),
            new Suspect("New", 32, 2),
            new Suspect("Wider", 32, -1)),
        ClassGrowth.suspects(BEFORE, AFTER, 10));
  }

  @Test
  void noMoreAreNamedThanWereAskedFor() {
    assertEquals(List.of(new Suspect("Node", 4_000, 100)), ClassGrowth.suspects(BEFORE, AFTER, 1));
    assertEquals(List.of(), ClassGrowth.suspects(AFTER, AFTER, 5));
  }

  @Test
  void aHistogramCountsTheSameClassesTwice() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ClassHistogram(counts("Node", 40), counts("Leaf", 1)));
  }
}
