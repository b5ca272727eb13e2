package dev.arborist.domain.validation.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailConditionTest {

  private static final List<Double> BASELINE = List.of(10.0, 12.0, 11.0, 19.0);

  private static boolean isMet(String condition, List<Double> candidate) {
    return FailCondition.parse(condition).isMet(BASELINE, candidate, false);
  }

  /** The statistics of the baseline are 13, 11.5, 10, 19, and by type 7 17.95 and 18.79. */
  @ParameterizedTest
  @CsvSource({
    "mean, 13",
    "median, 11.5",
    "min, 10",
    "max, 19",
    "p95, 17.95",
    "p99, 18.79",
  })
  void theStatisticOfTheLaunchesIsHeldAgainstTheBaselines(String statistic, double value) {
    assertTrue(isMet(statistic + ":5%", List.of(1.051 * value)));
    assertFalse(isMet(statistic + ":5%", List.of(1.049 * value)));
  }

  @Test
  void exactlyThePercentageIsStillAllowed() {
    FailCondition five = FailCondition.parse("mean:5%");
    assertFalse(five.isMet(List.of(100.0), List.of(105.0), false));
    assertTrue(FailCondition.parse("mean:0%").isMet(List.of(100.0), List.of(100.1), false));
    assertFalse(FailCondition.parse("mean:0%").isMet(List.of(100.0), List.of(100.0), false));
  }

  @Test
  void aLowerRateIsWorse() {
    FailCondition five = FailCondition.parse("median:5%");
    assertTrue(five.isMet(List.of(100.0), List.of(95.0), true));
    assertFalse(five.isMet(List.of(100.0), List.of(95.5), true));
    assertFalse(five.isMet(List.of(100.0), List.of(200.0), true));
  }

  @Test
  void aConditionIsReadAndWritten() {
    assertEquals("p99:12.5%", FailCondition.parse(" p99:12.5 % ").toString());
    assertEquals("median:5%", FailCondition.parse("median:5%").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "median",
        "median:",
        "median:5",
        "median:-5%",
        "stddev:5%",
        "Median:5%",
        "p98:5%",
        "mean:0.5ms",
        "mean:1e3%",
        "mean:5%,max:5%"
      })
  void whatIsNoConditionIsRefusedWithWhatIs(String text) {
    Exception thrown =
        assertThrows(InvalidRequirementException.class, () -> FailCondition.parse(text));
    assertEquals(
        "'"
            + text
            + "' is not a condition: write one of mean, median, min, max, p95, p99, a colon and a"
            + " percentage, such as median:5%",
        thrown.getMessage());
  }

  @Test
  void launchesThatCannotBeComparedAreRefused() {
    FailCondition any = FailCondition.parse("mean:5%");
    List<Double> one = List.of(1.0);
    assertThrows(IllegalArgumentException.class, () -> any.isMet(List.of(), one, false));
    assertThrows(IllegalArgumentException.class, () -> any.isMet(one, List.of(0.0), false));
  }
}
