package dev.arborist.domain.validation.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {

  private static Requirement requirement(String benchmark, String metric, String limit) {
    return new Requirement(
        "NFR001",
        "It is fast",
        benchmark,
        new TreeMap<>(Map.of("tasks", "100")),
        Metric.parse(metric),
        Quantity.parse(limit),
        null,
        WhenInconclusive.FAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "100 ms, 1e8",
    "0.5us, 500",
    "2 s, 2e9",
    "120 B, 120",
    "1.5 kB, 1500",
    "3 GB, 3e9",
    "60 ops/min, 1",
    "5 ops/ms, 5000",
    "100 %, 100",
    "1.25, 1.25"
  })
  void limitsAreReadInTheirUnits(String written, double kept) {
    assertEquals(kept, Quantity.parse(written).kept(), kept * 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "-1 ms", "1 KB", "1 min", "1e3 ms", "1 ms extra"})
  void whatIsNoLimitIsRefused(String written) {
    assertThrows(InvalidRequirementException.class, () -> Quantity.parse(written));
  }

  @ParameterizedTest
  @CsvSource({
    "70812.4, TIME, 70.8 us", "2.345e8, TIME, 234 ms", "0.4, TIME, 0.4 ns",
        "2340000, SIZE, 2.34 MB",
    "5318.2, RATE, 5318 ops/s", "99.96, SHARE, 100 %", "1.0849, NUMBER, 1.08", "0, TIME, 0 ns"
  })
  void quantitiesReadWithSensibleDigits(double kept, Dimension dimension, String shown) {
    assertEquals(shown, Quantity.ofKept(kept, dimension).toString());
  }

  @Test
  void aBenchmarkIsNamedWholeOrByItsLastSegments() {
    Requirement requirement = requirement("TreeBenchmark.render", "mean", "1 ms");
    assertTrue(requirement.isAboutName("TreeBenchmark.render"));
    assertTrue(requirement.isAboutName("dev.arborist.perf.TreeBenchmark.render"));
    assertFalse(requirement.isAboutName("dev.arborist.perf.OldTreeBenchmark.render"));
    assertFalse(requirement.isAboutName("TreeBenchmark.render.more"));
  }

  @Test
  void parametersCompareAsTextsAndOthersMayBeAnything() {
    Requirement requirement = requirement("B.run", "mean", "1 ms");
    assertTrue(requirement.isAbout("B.run", Map.of("tasks", "100", "shape", "chain")));
    assertFalse(requirement.isAbout("B.run", Map.of("tasks", "1000")));
    assertFalse(requirement.isAbout("B.run", Map.of()));
  }

  @Test
  void ratesAndPassRatesAreBetterWhenLarger() {
    assertTrue(requirement("B.run", "mean", "5 ops/s").largerIsBetter());
    assertTrue(requirement("B.run", "passRate", "100 %").largerIsBetter());
    assertFalse(requirement("B.run", "mean", "5 ms").largerIsBetter());
    assertFalse(requirement("B.run", "growth", "20 %").largerIsBetter());
  }

  @Test
  void aLimitMustFitItsMetric() {
    var refused =
        assertThrows(
            InvalidRequirementException.class, () -> requirement("B.run", "retained", "5 ms"));
    assertTrue(refused.getMessage().contains("write a size such as"), refused.getMessage());
    assertThrows(InvalidRequirementException.class, () -> requirement("B.run", "exponent", "5 %"));
  }

  private static Requirement relative(String metric, String limit) {
    return new Requirement(
        "NFR001",
        "It is fast",
        "B.run",
        new TreeMap<>(),
        Metric.parse(metric),
        Quantity.parse(limit),
        new Yardstick("Raw.run", new TreeMap<>()),
        WhenInconclusive.FAIL);
  }

  @Test
  void aRelativeLimitIsANumberOrAShare() {
    assertFalse(relative("mean", "1.5").largerIsBetter());
    assertFalse(relative("counter:statements", "100 %").largerIsBetter());
    var refused = assertThrows(InvalidRequirementException.class, () -> relative("mean", "10 ms"));
    assertTrue(refused.getMessage().contains("write how many times"), refused.getMessage());
    assertThrows(InvalidRequirementException.class, () -> relative("passRate", "1"));
    assertThrows(InvalidRequirementException.class, () -> relative("exponent", "1"));
    assertThrows(InvalidRequirementException.class, () -> new Yardstick(" ", new TreeMap<>()));
  }

  @Test
  void metricsAreReadByName() {
    assertEquals("counter:statements", Metric.parse("counter:statements").toString());
    assertEquals("p99", Metric.parse("p99").toString());
    var refused = assertThrows(InvalidRequirementException.class, () -> Metric.parse("avg"));
    assertTrue(refused.getMessage().contains("mean, median"), refused.getMessage());
    assertThrows(InvalidRequirementException.class, () -> Metric.parse("counter:"));
    assertThrows(InvalidRequirementException.class, () -> Metric.parse("counter"));
  }

  @Test
  void stagesAreNamedAndMeasuredAsTimes() {
    Metric stage = Metric.parse("stage:layout");
    assertEquals("stage:layout", stage.toString());
    assertEquals("stage:layout", stage.measure());
    assertTrue(stage.accepts(Dimension.TIME));
    assertFalse(stage.accepts(Dimension.NUMBER));
    assertThrows(InvalidRequirementException.class, () -> Metric.parse("stage"));
    assertThrows(InvalidRequirementException.class, () -> Metric.parse("p99:layout"));
  }

  @Test
  void aLeakIsComputedFromLiveBytes() {
    assertEquals("live", Metric.parse("leak").measure());
    assertTrue(Metric.parse("leak").accepts(Dimension.SIZE));
    assertEquals("operations", Metric.parse("operations").measure());
    assertTrue(Metric.parse("operations").accepts(Dimension.NUMBER));
  }

  @Test
  void aLimitThatLimitsNothingIsRefused() {
    assertThrows(InvalidRequirementException.class, () -> Quantity.parse("9".repeat(400) + " ms"));
    var refused =
        assertThrows(
            InvalidRequirementException.class, () -> requirement("B.run", "exponent", "4"));
    assertTrue(refused.getMessage().contains("write one below 4"), refused.getMessage());
    assertEquals(3.9, requirement("B.run", "exponent", "3.9").limit().kept());
  }
}
