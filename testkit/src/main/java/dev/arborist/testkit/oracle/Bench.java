package dev.arborist.testkit.oracle;

import java.util.function.Function;

/** Where a queue is examined: gives each run a new, empty one. */
@FunctionalInterface
interface Bench {

  /** Runs something on a new queue, whose clock shows the start, and clears it away. */
  <T> T with(Function<Subject, T> run);
}
