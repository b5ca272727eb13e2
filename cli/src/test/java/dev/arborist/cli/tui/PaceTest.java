package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the clock's reading is: it may be negative, and wrap round. */
class PaceTest {

  private static final long MILLI = 1_000_000;

  private final Pace pace = new Pace();

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE - 100 * MILLI})
  void theQueueIsAskedTwiceASecond(long start) {
    assertTrue(pace.mayAsk(start));
    pace.asked(start);
    assertEquals(500 * MILLI, pace.nanosToAsk(start));
    assertFalse(pace.mayAsk(start + 499 * MILLI));
    assertTrue(pace.mayAsk(start + 500 * MILLI));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE - 100 * MILLI})
  void afterItWasReadThereIsRestNineTimesAsLong(long start) {
    assertTrue(pace.mayRead(start));
    pace.read(20 * MILLI, start);
    assertFalse(pace.mayRead(start + 179 * MILLI));
    assertTrue(pace.mayRead(start + 180 * MILLI));
    assertTrue(pace.mayRead(start + Long.MAX_VALUE), "a rest that is over does not come again");
    assertTrue(pace.mayRead(start - 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE - 100 * MILLI})
  void aShortRestDoesNotShortenALongOne(long start) {
    pace.rest(500 * MILLI, start);
    pace.read(MILLI, start);
    assertFalse(pace.mayRead(start + 499 * MILLI));
    pace.rest(1_000 * MILLI, start);
    assertFalse(pace.mayRead(start + 999 * MILLI));
    assertTrue(pace.mayRead(start + 1_000 * MILLI));
  }
}
