package dev.arborist;

import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.task.TaskId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
  private final Supplier<RandomGenerator> randomSource;
  private @Nullable RandomGenerator random;
  private long lastMillis = -1;
  private int counter;

  /** The random numbers are asked for with the first id: most who open a queue only read it. */
  UuidV7Source(InstantSource clock, Supplier<RandomGenerator> randomSource) {
    this.clock = clock;
    this.randomSource = randomSource;
  }

  @Override
  public synchronized TaskId next() {
    RandomGenerator bits = random;
    if (bits == null) {
      bits = randomSource.get();
      random = bits;
    }
    long millis = clock.millis();
    if (millis > lastMillis) {
      lastMillis = millis;
      counter = bits.nextInt(COUNTER_START_BOUND);
    } else if (counter < COUNTER_MAX) {
      counter++;
    } else {
      lastMillis++;
      counter = bits.nextInt(COUNTER_START_BOUND);
    }
    long high = lastMillis << 16 | VERSION | counter;
    long low = VARIANT | (bits.nextLong() & RANDOM_BITS);
    return new TaskId(new UUID(high, low));
  }
}
