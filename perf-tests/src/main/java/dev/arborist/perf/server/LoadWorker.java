package dev.arborist.perf.server;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskQueue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One of the processes that work a queue off, with some callers.
 *
 * <p>It prints {@code ready} when it has opened the queue, begins when it is sent a line, and
 * prints the nanoseconds of each claim with its completion, a line each; those of the warm-up are
 * left out.
 */
public final class LoadWorker {

  /** For how long it is measured. */
  static final long MEASURED_NANOS = TimeUnit.SECONDS.toNanos(4);

  private static final int TIMES_MAX = 100_000;

  private LoadWorker() {}

  /**
   * Works.
   *
   * @param arguments the kind of the caller, {@code queue} or {@code raw}; the queue's place, or
   *     the database; the number of callers; for how many seconds they warm up
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[2]);
    long warmUpNanos = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[3]));
    switch (arguments[0]) {
      case "queue" -> {
        try (Arborist arborist = Arborist.open(arguments[1])) {
          run(callers(arborist.queue(), count), warmUpNanos);
        }
      }
      case "raw" -> run(rawCallers(arguments[1], count), warmUpNanos);
      default -> throw new IllegalArgumentException("unknown kind " + arguments[0]);
    }
  }

  static List<Caller> callers(TaskQueue queue, int count) {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      callers.add(Caller.of(queue, "worker-" + ProcessHandle.current().pid() + "-" + i));
    }
    return callers;
  }

  static List<Caller> rawCallers(String database, int count) throws SQLException {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      callers.add(new RawServerLoop(ServerDatabases.ofThisRun().connect(database)));
    }
    return callers;
  }

  private static void run(List<Caller> callers, long warmUpNanos) throws Exception {
    System.out.println("ready");
    System.in.read();
    StringBuilder printed = new StringBuilder();
    for (long[] times : work(callers, warmUpNanos)) {
      for (long time : times) {
        printed.append(String.format(Locale.ROOT, "%d%n", time));
      }
    }
    System.out.print(printed);
  }

  /** Closes the callers when they are done. */
  private static List<long[]> work(List<Caller> callers, long warmUpNanos) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers.size());
    try {
      long warm = System.nanoTime() + warmUpNanos;
      List<Callable<long[]>> work = new ArrayList<>();
      for (Caller caller : callers) {
        work.add(() -> times(caller, warm));
      }
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> one : threads.invokeAll(work)) {
        times.add(one.get());
      }
      return times;
    } finally {
      threads.shutdownNow();
    }
  }

  private static long[] times(Caller caller, long warm) throws SQLException {
    long[] times = new long[TIMES_MAX];
    int count = 0;
    try (caller) {
      long before = System.nanoTime();
      while (before - warm < MEASURED_NANOS) {
        caller.claimComplete();
        long after = System.nanoTime();
        if (before - warm >= 0) {
          times[count++] = after - before;
        }
        before = after;
      }
    }
    return Arrays.copyOf(times, count);
  }
}
