package dev.arborist.adapters.jmh.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapHistogramTest {

  private static final String BEFORE =
      """
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:          1000          24000  [B (java.base@17.0.15)
         2:            50           2000  java.lang.String (java.base@17.0.15)
         3:            10            400  a.Cache$Entry
         4:            10            400  a.Shrinks
      Total          1070          26800
      """;
  private static final String AFTER =
      """
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:          1010          24240  [B (java.base@17.0.15)
         2:            60           2400  a.Cache$Entry
         3:            50           2000  java.lang.String (java.base@17.0.15)
         4:             5            200  a.Shrinks
         5:            10            240  b.New
         6:             1             16  b.Same$$Lambda$14/0x0000000800c03000 (java.base@17)
         7:             1             16  b.Same$$Lambda$14/0x0000000800c03000
      Total          1137          29112
      """;

  @Test
  void allBytesAreThoseOfTheTotal() {
    assertEquals(26_800, HeapHistogram.parse(BEFORE).bytes());
    assertEquals(29_112, HeapHistogram.parse(AFTER).bytes());
  }

  @Test
  void whatGrewIsNamedTheLargestGrowthFirstAndEqualOnesByName() {
    List<GrownClass> grown = HeapHistogram.parse(AFTER).grownSince(HeapHistogram.parse(BEFORE), 4);
    assertEquals(
        List.of(
            new GrownClass("a.Cache$Entry", 2_000, 50),
            new GrownClass("b.New", 240, 10),
            new GrownClass("byte[]", 240, 10),
            new GrownClass("b.Same$$Lambda$14/0x0000000800c03000", 32, 2)),
        grown);
  }

  @Test
  void whatIsNoHistogramIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> HeapHistogram.parse("no such command"));
  }

  @ParameterizedTest
  @CsvSource({
    "[B, byte[]",
    "[[I, int[][]",
    "[Ljava.lang.String;, java.lang.String[]",
    "[[[Za;, Za;[][][]",
    "B, B",
    "java.util.TreeMap$Entry, java.util.TreeMap$Entry"
  })
  void arraysAreNamedAsInSources(String jvmName, String readable) {
    assertEquals(readable, ClassNames.readable(jvmName));
  }

  @Test
  void aGrownClassIsReadAsItIsPrinted() {
    GrownClass grown = new GrownClass("byte[]", 64_000, -3);
    assertEquals(Optional.of(grown), GrownClass.parse(grown.toString()));
    for (String other : List.of("grown 1 2", "grown x 2 a.B", "live 5", "grown 1 2 a b")) {
      assertEquals(Optional.empty(), GrownClass.parse(other));
    }
  }
}
