package dev.arborist.domain.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityPolicyTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static Rank rank(int base, int depth, int dependents, TaskSource source) {
    Schedule schedule = new Schedule(base, null, null, null, 3, Duration.ofHours(1));
    return PriorityPolicy.DEFAULT.rank(schedule, source, depth, 0, dependents, NOW);
  }

  private static Rank dueIn(Duration left, @Nullable Duration estimate) {
    Schedule schedule = new Schedule(0, NOW.plus(left), estimate, null, 3, Duration.ofHours(1));
    return new PriorityPolicy(0, 0, 100, 0, 0).rank(schedule, TaskSource.HUMAN, 0, 0, 0, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    // base, depth, open dependents, source, hundredths: 0.30·base + 0.25·depth + 0.15·blocking +
    // 0.05·source
    "5, 0, 0, HUMAN, 2000",
    "0, 0, 0, AGENT_IMPLEMENTATION, 125",
    "10, 10, 1000, HUMAN, 7500",
    "5, 1, 1, HUMAN, 2400", // log10(2)·33.33 = 10.03 points: 150.45, and 0.45 is rounded down
    "5, 0, 9, AGENT_PLANNER, 2250", // log10(10)·33.33 = 33.33 points: 499.95
    "5, 3, 0, AGENT_REQUIREMENTS, 2625",
  })
  void theWeightsAddUp(int base, int depth, int dependents, TaskSource source, int hundredths) {
    assertEquals(hundredths, rank(base, depth, dependents, source).priority());
  }

  @Test
  void theBlockingScoreGrowsToItsGreatestAndStays() {
    int last = -1;
    for (int n = 0; n <= 2_000; n++) {
      int priority = rank(0, 0, n, TaskSource.AGENT_IMPLEMENTATION).priority();
      assertEquals(Math.max(last, priority), priority, "n = " + n);
      last = priority;
    }
    assertEquals(1_625, last);
  }

  @ParameterizedTest
  @CsvSource({
    "PT59.999999S, 10000", "PT1M, 8000", "PT59M59S, 8000", "PT1H, 5000", "PT23H59M, 5000",
    "P1D, 3000", "P6DT23H, 3000", "P7D, 1000", "P300D, 1000", "PT-1S, 10000"
  })
  void urgencyStepsUpAsTheDeadlineNears(Duration left, int score) {
    assertEquals(score, dueIn(left, null).priority());
  }

  @ParameterizedTest
  @CsvSource({"P9D, 10000", "P10D, 6000", "P19D, 6000", "P20D, 3500", "P39D, 3500", "P40D, 1000"})
  void anEstimateMakesADeadlineUrgentEarlier(Duration left, int score) {
    assertEquals(score, dueIn(left, Duration.ofDays(10)).priority());
  }

  @Test
  void withoutADeadlineNothingIsUrgentAndNothingChanges() {
    Rank rank = rank(5, 0, 0, TaskSource.HUMAN);
    assertNull(rank.urgencyChangesAt());
    assertNull(dueIn(Duration.ofSeconds(10), null).urgencyChangesAt());
  }

  @Test
  void theNextChangeIsTheInstantAtWhichTheScoreIsAnother() {
    Duration[] estimates = {null, Duration.ofMinutes(20), Duration.ofDays(3), Duration.ofDays(90)};
    for (Duration estimate : estimates) {
      Instant deadline = NOW.plus(Duration.ofDays(30));
      Schedule schedule = new Schedule(0, deadline, estimate, null, 3, Duration.ofHours(1));
      PriorityPolicy urgencyOnly = new PriorityPolicy(0, 0, 100, 0, 0);
      Instant at = NOW;
      Rank rank = urgencyOnly.rank(schedule, TaskSource.HUMAN, 0, 0, 0, at);
      while (rank.urgencyChangesAt() != null) {
        Instant change = rank.urgencyChangesAt();
        Instant before = change.minusNanos(1_000);
        assertEquals(
            rank.priority(),
            urgencyOnly.rank(schedule, TaskSource.HUMAN, 0, 0, 0, before).priority());
        Rank next = urgencyOnly.rank(schedule, TaskSource.HUMAN, 0, 0, 0, change);
        assertEquals(Math.max(next.priority(), rank.priority() + 1), next.priority());
        rank = next;
      }
      assertEquals(10_000, rank.priority());
    }
  }

  @Test
  void weightsAreWrittenWithTheirNames() {
    assertEquals(
        "base=30,depth=25,urgency=25,blocking=15,source=5", PriorityPolicy.DEFAULT.label());
  }

  @Test
  void weightsMustSumToAHundred() {
    assertEquals(
        "the weights of a priority must sum to 100 %, but"
            + " base=30,depth=25,urgency=25,blocking=15,source=6 sum to 101 %: change another one"
            + " too",
        refused(30, 25, 25, 15, 6));
    assertEquals("a weight of a priority is -10 %: give 0 to 100", refused(-10, 45, 45, 15, 5));
    assertEquals("a weight of a priority is 101 %: give 0 to 100", refused(0, 0, 0, 0, 101));
    int half = Integer.MAX_VALUE / 2 + 1;
    assertEquals(
        "a weight of a priority is " + half + " %: give 0 to 100", refused(100, half, half, 0, 0));
  }

  private static String refused(int base, int depth, int urgency, int blocking, int source) {
    return assertThrows(
            InvalidInputException.class,
            () -> new PriorityPolicy(base, depth, urgency, blocking, source))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0", "2000, 20.0", "5525, 55.2", "5535, 55.4", "5526, 55.3", "10000, 100.0"})
  void prioritiesReadWithOneDecimalRoundedHalfToEven(int hundredths, String shown) {
    assertEquals(shown, Priority.format(hundredths));
  }
}
