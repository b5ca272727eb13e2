package dev.arborist.domain.validation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference values are of SciPy 1.17 (mannwhitneyu) where no other source is named. */
class MannWhitneyTest {

  private static final double[] AT_TERM = {
    0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46
  };
  private static final double[] EARLY = {1.15, 0.88, 0.90, 0.74, 1.21};

  private static double[] line(int n, double slope, double start) {
    return IntStream.range(0, n).mapToDouble(i -> start + slope * i).toArray();
  }

  @Test
  void theExampleOfHollanderAndWolfeComesOutAsInR() {
    assertEquals(2 * 0.1272, MannWhitney.twoSided(AT_TERM, EARLY), 1e-4); // there one-sided
  }

  @Test
  void smallSamplesWithoutTiesAreExact() {
    double[] x = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] y = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06001, 3.14, 1.29001};
    assertEquals(0.13591114767585355, MannWhitney.twoSided(x, y), 1e-14);
  }

  @Test
  void tiesAreApproximatedWithBothCorrections() {
    double[] x = {1, 2, 2, 3, 5, 8, 8};
    double[] y = {2, 4, 6, 8, 9, 9, 10, 11};
    assertEquals(0.054224898519599225, MannWhitney.twoSided(x, y), 1e-12);
  }

  @Test
  void fortyNineValuesASideAreExactAndFiftyAreApproximated() {
    double exact = MannWhitney.twoSided(line(49, 1, 0), line(49, 1.17, 0.055));
    assertEquals(0.22006319232584523, exact, 1e-12);
    double approximated = MannWhitney.twoSided(line(50, 1, 0), line(50, 1.17, 0.055));
    assertEquals(0.21337648322390534, approximated, 1e-12);
  }

  @Test
  void equalValuesAloneSayNothing() {
    double[] same = {2, 2, 2};
    assertEquals(1, MannWhitney.twoSided(same, same));
  }

  @Test
  void theLeastPValueIsThatOfSamplesThatLieApart() {
    assertEquals(2.0 / 252, MannWhitney.leastTwoSided(5, 5), 1e-15);
    assertEquals(1, MannWhitney.leastTwoSided(1, 1), 1e-15);
    double apart = MannWhitney.twoSided(line(4, 1, 0), line(7, 1, 10));
    assertEquals(apart, MannWhitney.leastTwoSided(4, 7), 1e-15);
  }

  @Test
  void anEmptySampleAndWhatIsNoNumberAreRefused() {
    double[] one = {1};
    double[] none = {};
    double[] nan = {Double.NaN};
    assertThrows(IllegalArgumentException.class, () -> MannWhitney.twoSided(one, none));
    assertThrows(IllegalArgumentException.class, () -> MannWhitney.twoSided(nan, one));
  }
}
