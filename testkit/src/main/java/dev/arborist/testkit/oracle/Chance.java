package dev.arborist.testkit.oracle;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Seeded chance, in the ways in which a generator of operations asks for it. */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** A number from 0, below this bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of several, which must not be none. */
  <T> T of(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  /** Nothing so many times out of ten, else one of several. */
  <T> @Nullable T maybe(int nothingInTen, List<T> several) {
    return random.nextInt(10) < nothingInTen || several.isEmpty() ? null : of(several);
  }

  /** Some of several, each once, at most so many. */
  <T> List<T> some(int most, List<T> several) {
    return random
        .ints(random.nextInt(most + 1), 0, Math.max(1, several.size()))
        .distinct()
        .filter(i -> i < several.size())
        .mapToObj(several::get)
        .toList();
  }

  /** A microsecond less, nothing, or a microsecond more. */
  Duration nudge() {
    return Duration.ofNanos(1_000L * (random.nextInt(3) - 1));
  }
}
