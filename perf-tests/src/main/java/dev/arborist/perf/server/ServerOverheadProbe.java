package dev.arborist.perf.server;

import dev.arborist.Arborist;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How many times as long as its bare statements a claim with its completion takes on a server when
 * sixteen call, measured in turns.
 *
 * <p>Prints {@code ratio:timesRawLoop}, the median over rounds in each of which the queue and the
 * raw loop work for the same time, one after the other, each in a database of its own.
 */
public final class ServerOverheadProbe {

  private static final int CALLERS = 16;
  private static final int ROUNDS = 15;
  private static final int WARM_UP_ROUNDS = 8;
  private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private ServerOverheadProbe() {}

  /** Measures once. */
  public static void main(String[] arguments) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try (ReadyCopy ours = ReadyCopy.make(1);
        ReadyCopy theirs = ReadyCopy.make(2);
        Arborist arborist = Arborist.open(ours.address())) {
      List<Caller> raw = LoadWorker.rawCallers(theirs.database(), CALLERS);
      try {
        compare(threads, LoadWorker.callers(arborist.queue(), CALLERS), raw);
      } finally {
        for (Caller caller : raw) {
          caller.close();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void compare(ExecutorService threads, List<Caller> ours, List<Caller> raw)
      throws Exception {
    double[] ratios = new double[ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      int one = turn(threads, ours);
      int other = turn(threads, raw);
      if (round >= 0) {
        ratios[round] = (double) other / one;
      }
    }
    Arrays.sort(ratios);
    System.out.println("ratio:timesRawLoop " + ratios[ROUNDS / 2]);
  }

  /** How much all of them get done. */
  private static int turn(ExecutorService threads, List<Caller> callers) throws Exception {
    long end = System.nanoTime() + TURN_NANOS;
    List<Callable<Integer>> work = new ArrayList<>();
    for (Caller caller : callers) {
      work.add(() -> workUntil(end, caller));
    }
    int done = 0;
    for (Future<Integer> one : threads.invokeAll(work)) {
      done += one.get();
    }
    return done;
  }

  private static int workUntil(long end, Caller caller) throws SQLException {
    int done = 0;
    while (System.nanoTime() - end < 0) {
      caller.claimComplete();
      done++;
    }
    return done;
  }
}
