package dev.arborist.determinism.process;

import dev.arborist.Arborist;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One file, and the processes that work on it while some are killed or stopped. */
final class KillingRound {

  private static final int PROCESSES = 8;

  /** Every so many victims is stopped for longer than its lease instead of killed. */
  private static final int STOP_EVERY = 4;

  private final int victims;
  private final long pauseMillis;
  private final long seed;

  /**
   * A round that has not begun.
   *
   * @param victims how many are killed or stopped, one after the other
   * @param pauseMillis how long all work before each
   * @param seed decides whom it befalls
   */
  KillingRound(int victims, long pauseMillis, long seed) {
    this.victims = victims;
    this.pauseMillis = pauseMillis;
    this.seed = seed;
  }

  /** Does it in a directory of its own. */
  Done run(Path directory) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Path queue = directory.resolve("queue.db");
    Arborist.create(queue);
    int stops = 0;
    try (Crew crew = new Crew(directory, queue.toString(), PROCESSES, seed, one -> List.of())) {
      crew.begin();
      for (int victim = 1; victim <= victims; victim++) {
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
        int at = random.nextInt(PROCESSES);
        if (victim % STOP_EVERY == 0) {
          crew.stopPastItsLease(at);
          stops++;
        } else {
          crew.kill(at);
        }
      }
      crew.end();
      Checker checker = new Checker(Duration.ZERO);
      Done found = checker.check(queue.toString(), crew.journals());
      Violation.unless(
          checker.failures().isEmpty(),
          "a file failed: " + checker.failures() + "\n" + crew.said());
      return Done.of("kills", victims - stops).and("stops past a lease", stops).and(found);
    }
  }
}
