package dev.arborist.determinism.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Does several things at a time, and leaves none of them running. */
public final class Parallel {

  private Parallel() {}

  /**
   * Does everything, in threads of its own; none of them is left when it returns or throws.
   *
   * @param atATime how many of them run at once
   * @throws Violation of the first in the list that has one; what has not begun is left out then,
   *     and what runs is interrupted
   */
  public static void run(int atATime, List<Callable<Void>> things) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(atATime);
    try {
      List<Future<@Nullable Void>> begun = new ArrayList<>();
      AtomicBoolean failed = new AtomicBoolean();
      things.forEach(thing -> begun.add(threads.submit(() -> unless(failed, thing))));
      for (Future<?> one : begun) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Violation violation) {
        throw violation;
      }
      throw e;
    } finally {
      threads.shutdownNow();
      while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        System.err.println("Something that was interrupted still runs.");
      }
    }
  }

  /** The thread that has failed looks for its next thing before anybody hears of it. */
  private static @Nullable Void unless(AtomicBoolean failed, Callable<Void> thing)
      throws Exception {
    try {
      return failed.get() ? null : thing.call();
    } catch (Exception | Error e) {
      failed.set(true);
      throw e;
    }
  }
}
