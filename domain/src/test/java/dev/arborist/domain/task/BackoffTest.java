package dev.arborist.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final TaskId ID = new TaskId(new UUID(0x0123456789abcdefL, 0xfedcba987654321L));

  @Test
  void theDelayDoublesFromASecondToFiveMinutes() {
    long[] seconds = {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300};
    for (int failures = 1; failures <= seconds.length; failures++) {
      Duration delay = Backoff.delay(ID, failures);
      Duration least = Duration.ofSeconds(seconds[failures - 1]);
      assertTrue(delay.compareTo(least) >= 0, failures + ": " + delay);
      assertTrue(delay.compareTo(least.multipliedBy(5).dividedBy(4)) < 0, failures + ": " + delay);
    }
  }

  @Test
  void theDelayRepeats() {
    assertEquals(Backoff.delay(ID, 3), Backoff.delay(ID, 3));
  }

  @Test
  void tasksThatFailTogetherComeBackApart() {
    Set<Duration> delays = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      delays.add(Backoff.delay(new TaskId(new UUID(7, i)), 1));
    }
    assertTrue(delays.size() > 990, "only " + delays.size() + " of 1,000 delays differ");
  }

  @Test
  void manyFailuresDoNotOverflow() {
    assertTrue(Backoff.delay(ID, Integer.MAX_VALUE).compareTo(Duration.ofMinutes(7)) < 0);
  }
}
