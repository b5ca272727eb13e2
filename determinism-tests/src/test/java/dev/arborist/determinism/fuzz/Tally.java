package dev.arborist.determinism.fuzz;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Violation;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How cases ended; safe for use by several threads. */
final class Tally {

  private static final int CODES = 8;

  /** Of so many cases one must be taken, or the generator does not come past the first check. */
  private static final int TAKEN_IN = 10;

  private final AtomicLongArray ends = new AtomicLongArray(CODES);
  private final LongAdder changed = new LongAdder();
  private final LongAdder readAgain = new LongAdder();

  /** One more case has ended. */
  void ended(int exitCode) {
    ends.incrementAndGet(exitCode);
  }

  /** It changed the queue. */
  void changed() {
    changed.increment();
  }

  /** What it changed was written and read again. */
  void readAgain() {
    readAgain.increment();
  }

  /**
   * All of it.
   *
   * @throws Violation when so little was taken that nothing is proven
   */
  Done done() {
    long all = 0;
    for (int code = 0; code < CODES; code++) {
      all += ends.get(code);
    }
    Violation.unless(
        ends.get(0) >= all / TAKEN_IN, "only " + ends.get(0) + " of " + all + " cases were taken");
    Done done = Done.of("cases", all);
    for (int code = 0; code < CODES; code++) {
      if (ends.get(code) > 0) {
        done = done.and("with exit code " + code, ends.get(code));
      }
    }
    return done.and("changes examined", changed.sum()).and("exports read again", readAgain.sum());
  }
}
