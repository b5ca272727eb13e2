package dev.arborist;

import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.task.TaskId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (RFC 9562, section 5.7): milliseconds, then a counter, then random bits.
 *
 * <p>The ids of one source ascend, also within a millisecond and when the clock steps back: the
 * twelve bits behind the time count up from a random start (RFC 9562, section 6.2, method 1). Safe
 * for use by several threads.
 */
final class UuidV7Source implements IdSource {

  private static final int COUNTER_MAX = 0xFFF;
  private static final int COUNTER_START_BOUND = 0x800;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

  private final InstantSource clock;
  private final RandomGenerator random;
  private long lastMillis = -1;
  private int counter;

  UuidV7Source(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized TaskId next() {
    long millis = clock.millis();
    if (millis > lastMillis) {
      lastMillis = millis;
      counter = random.nextInt(COUNTER_START_BOUND);
    } else if (counter < COUNTER_MAX) {
      counter++;
    } else {
      lastMillis++;
      counter = random.nextInt(COUNTER_START_BOUND);
    }
    long high = lastMillis << 16 | VERSION | counter;
    long low = VARIANT | (random.nextLong() & RANDOM_BITS);
    return new TaskId(new UUID(high, low));
  }
}
