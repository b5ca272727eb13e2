package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the samples say against themselves. */
class SampleWarningsTest {

  private static Series series(String name, List<List<Double>> launches) {
    return measured(name, "score", launches);
  }

  private static Series measured(String name, String measure, List<List<Double>> launches) {
    return new Series(name, new TreeMap<>(), measure, "avgt", Dimension.TIME, launches);
  }

  private static Series launches(String name, double... values) {
    List<List<Double>> launches = new ArrayList<>();
    for (double value : values) {
      launches.add(List.of(value, value * 1.001));
    }
    return series(name, launches);
  }

  private static List<Double> iterations(int count, double first, double step) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(first + step * i);
    }
    return values;
  }

  @Test
  void launchesThatAgreeGiveNoWarning() {
    assertEquals(List.of(), SampleWarnings.of(List.of(launches("p.A.run", 100, 101, 99, 100.5))));
    assertEquals(List.of(), SampleWarnings.of(List.of()));
  }

  @Test
  void whatStillGetsFasterIsNotSteady() {
    List<Double> falling = iterations(10, 100, -2);
    assertEquals(
        List.of("not in a steady state, a longer warm-up would give other values: A.run (-14 %)"),
        SampleWarnings.of(List.of(series("p.A.run", List.of(falling, falling)))));
  }

  @Test
  void launchesOfTwoKindsAreNotOneFigure() {
    double[] values = {100, 100.5, 101, 101.5, 102, 110, 110.5, 111, 111.5, 112};
    assertEquals(
        List.of("values of more than one kind, which no single figure describes: A.run"),
        SampleWarnings.of(List.of(launches("p.A.run", values))));
    double[] fewer = {100, 101, 102, 110, 111, 112};
    assertEquals(List.of(), SampleWarnings.of(List.of(launches("p.A.run", fewer))));
  }

  @Test
  void theIterationsOfASingleLaunchMayBeOfTwoKinds() {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      values.add((i % 2 == 0 ? 100 : 120) + 0.1 * ((i * 7) % 20));
    }
    assertEquals(
        List.of(
            "values of more than one kind, which no single figure describes: A.run",
            "a single launch, so it is unknown how far launches differ: A.run"),
        SampleWarnings.of(List.of(series("p.A.run", List.of(values)))));
    assertEquals(
        List.of("a single launch, so it is unknown how far launches differ: A.run"),
        SampleWarnings.of(List.of(series("p.A.run", List.of(values.subList(0, 19))))));
  }

  @Test
  void aLaunchFarFromTheOthersIsNamedWithHowFar() {
    double[] values = {100, 101, 99, 100.5, 99.5, 100.2, 99.8, 100.7, 99.3, 125};
    assertEquals(
        List.of("launches far from all others: A.run (+25 %)"),
        SampleWarnings.of(List.of(launches("p.A.run", values))));
    values[9] = 106;
    assertEquals(
        List.of(), SampleWarnings.of(List.of(launches("p.A.run", values))), "it hardly matters");
  }

  @Test
  void launchesThatSpreadAreNamedTheWorstFirst() {
    assertEquals(
        List.of(
            "launches spread by more than 10 % (standard deviation): 2 of 3 benchmarks,"
                + " C.run (49 %), A.run (20 %)"),
        SampleWarnings.of(
            List.of(
                launches("p.A.run", 100, 100 * Math.exp(0.2 * Math.sqrt(2))),
                launches("p.B.run", 100, 101),
                launches("p.C.run", 100, 200))));
  }

  @Test
  void valuesThatAreAllTheSameAreSuspicious() {
    List<Double> same = List.of(5.0, 5.0);
    assertEquals(
        List.of("all values are the same, as if nothing or too little was timed: A.run"),
        SampleWarnings.of(List.of(series("p.A.run", List.of(same, same)))));
    assertEquals(
        List.of(),
        SampleWarnings.of(List.of(series("p.A.run", List.of(List.of(5.0), List.of(5.0))))));
  }

  @Test
  void fiftyBenchmarksGiveOneLine() {
    List<Series> fifty = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      fifty.add(i < 40 ? launches("p.A.run" + i, 100) : launches("p.A.run" + i, 100, 101));
    }
    assertEquals(
        List.of(
            "a single launch, so it is unknown how far launches differ: 40 of 50 benchmarks,"
                + " such as A.run0, A.run1, A.run2"),
        SampleWarnings.of(fifty));
  }

  @Test
  void onlyTheScoresOfBenchmarksAreLookedAtAndNoNumbersAreLeftOut() {
    List<List<Double>> one = List.of(List.of(1.0));
    assertEquals(
        List.of(),
        SampleWarnings.of(
            List.of(
                measured("p.A.run", "bytesPerOp", one),
                series(RegressionAnalysis.RULERS + "cpu", one),
                series("p.A.run", List.of(List.of(Double.NaN, 1.0))),
                series("p.A.run", List.of(List.of())),
                series("p.A.run", List.of()),
                series("p.A.run", List.of(List.of(-1.0))))));
  }
}
