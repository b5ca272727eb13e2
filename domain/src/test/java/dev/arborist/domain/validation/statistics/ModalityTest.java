package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModalityTest {

  private static Modality modality(DoubleStream values) {
    return Modality.of(values.boxed().toList());
  }

  private static double bell(SplittableRandom random) {
    return random.doubles(12).sum() - 6;
  }

  @Test
  void equallySpacedValuesHaveTheLeastDip() {
    for (int n : new int[] {2, 3, 10, 101, 1_000}) {
      double[] spaced = IntStream.range(0, n).mapToDouble(i -> 0.1 * i).toArray();
      assertEquals(1 / (2.0 * n), Dip.of(spaced), 1e-12, n + " values");
    }
  }

  @Test
  void twoEqualHeapsHaveTheLargestDipAndOneHeapTheLeast() {
    assertEquals(0.25, Dip.of(new double[] {1, 1, 1, 2, 2, 2}), 1e-12);
    assertEquals(1.0 / 6, Dip.of(new double[] {1, 1, 1, 1, 2, 2}), 1e-12);
    assertEquals(1.0 / 16, Dip.of(new double[] {0, 1, 1, 1, 1, 1, 1, 2}), 1e-12);
    assertEquals(0.1, Dip.of(new double[] {3, 3, 3, 3, 3}), 1e-12);
  }

  @Test
  void theDipIsThatOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 1_500; run++) {
      int n = 2 + random.nextInt(11);
      int kind = run % 3;
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] =
            switch (kind) {
              case 0 -> random.nextDouble();
              case 1 -> random.nextInt(8);
              default -> random.nextInt(3) + 0.3 * random.nextDouble();
            };
      }
      Arrays.sort(values);
      if (values[0] < values[n - 1]) {
        assertEquals(UnimodalFit.distance(values), Dip.of(values), 1e-9, Arrays.toString(values));
      }
    }
  }

  @Test
  void theDipDependsNeitherOnUnitNorOnDirection() {
    double[] values = new SplittableRandom(3).doubles(200).sorted().toArray();
    double[] mirrored = Arrays.stream(values).map(value -> -1e6 * value).sorted().toArray();
    assertEquals(Dip.of(values), Dip.of(mirrored), 1e-9);
  }

  /** The simulation that made the table, with a fiftieth of its samples and another seed. */
  @Test
  void oneInAHundredUniformSamplesExceedsTheCriticalValue() {
    for (int n : new int[] {4, 10, 17, 40, 100, 800}) {
      SplittableRandom random = new SplittableRandom(-n);
      int runs = 2_000;
      int beyond = 0;
      for (int run = 0; run < runs; run++) {
        beyond += modality(random.doubles(n)).likelyMultimodal() ? 1 : 0;
      }
      assertTrue(beyond >= 6 && beyond <= 36, n + " values: " + beyond + " of " + runs);
    }
  }

  @Test
  void beyondTheTableTheCriticalValueFallsWithTheRootOfTheSize() {
    double atTheEnd = modality(new SplittableRandom(1).doubles(2_000)).critical();
    double beyond = modality(new SplittableRandom(1).doubles(8_000)).critical();
    assertEquals(atTheEnd / 2, beyond, 1e-12);
  }

  @Test
  void oneBellIsUnimodalAndTwoApartAreNot() {
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      DoubleStream one = IntStream.range(0, 50).mapToDouble(i -> bell(random));
      assertFalse(modality(one).likelyMultimodal(), "one bell, seed " + seed);
      DoubleStream two = IntStream.range(0, 50).mapToDouble(i -> 8 * (i % 2) + bell(random));
      assertTrue(modality(two).likelyMultimodal(), "two bells, seed " + seed);
    }
  }

  @Test
  void tooFewValuesAndTheInfiniteAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Modality.of(List.of(1.0, 2.0, 3.0)));
    assertThrows(
        IllegalArgumentException.class, () -> Modality.of(List.of(1.0, 2.0, 3.0, Double.NaN)));
  }
}
