package dev.arborist.determinism.fuzz;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Lab;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Many cases on some threads. A case follows from the seed and its number alone: each finds the
 * same files, and only the system's time goes on.
 */
final class FuzzRun {

  /** {@code SEED:NUMBER} runs that case alone, and prints it. */
  static final String REPLAY = Lab.FUZZ_CASE;

  private static final int THREADS = 2;
  private static final int READ_AGAIN_EVERY = 8;

  /** A case takes some milliseconds; this is for one that never ends. */
  private static final long HANGS_AFTER_NANOS = TimeUnit.MINUTES.toNanos(2);

  /** Spreads seeds so far that the cases of two are not the same. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final Path directory;
  private final long seed;
  private final Template template;
  private final Function<SplittableRandom, FuzzCase> cases;
  private final AtomicLong next = new AtomicLong();
  private final Tally tally = new Tally();
  private final ConcurrentLinkedQueue<Running> running = new ConcurrentLinkedQueue<>();

  /** A case that has not ended. */
  private record Running(FuzzCase one, long number, Thread thread, long sinceNanos) {}

  /**
   * A run.
   *
   * @param template what each of them finds
   * @param cases what makes a case of random numbers; called by several threads
   */
  FuzzRun(
      Path directory, long seed, Template template, Function<SplittableRandom, FuzzCase> cases) {
    this.directory = directory;
    this.seed = seed;
    this.template = template;
    this.cases = cases;
  }

  /** Runs the cases from number 1 on, or the one that is to be replayed. */
  Done run(int count) throws Exception {
    String wanted = System.getProperty(REPLAY);
    if (wanted != null) {
      return replay(wanted);
    }
    // Not ended by force: a case that hangs is left behind by the test that tells of it.
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, FuzzRun::inTheBackground);
    try {
      List<Future<?>> begun = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Path own = directory.resolve("thread-" + i);
        begun.add(
            threads.submit(
                () -> {
                  work(own, count);
                  return null;
                }));
      }
      for (Future<?> one : begun) {
        await(one);
      }
    } finally {
      next.set(count);
      threads.shutdown();
      threads.awaitTermination(HANGS_AFTER_NANOS, TimeUnit.NANOSECONDS);
    }
    return tally.done();
  }

  private static Thread inTheBackground(Runnable work) {
    Thread thread = new Thread(work, "fuzz");
    thread.setDaemon(true);
    return thread;
  }

  private void work(Path own, int count) throws IOException {
    try (Workplaces places = new Workplaces(own, template)) {
      for (long number = next.incrementAndGet(); number <= count; number = next.incrementAndGet()) {
        one(number, make(seed, number), places);
      }
    }
  }

  private FuzzCase make(long seed, long number) {
    return cases.apply(random(seed, number));
  }

  /** What a case is made of. */
  static SplittableRandom random(long seed, long number) {
    return new SplittableRandom(seed * SPREAD + number);
  }

  private void one(long number, FuzzCase one, Workplaces places) throws IOException {
    Running now = new Running(one, number, Thread.currentThread(), System.nanoTime());
    running.add(now);
    try {
      boolean thoroughly = number % READ_AGAIN_EVERY == 0;
      tally.ended(places.at(one.start()).run(one, thoroughly, tally));
    } catch (Violation | RuntimeException e) {
      throw violation(String.valueOf(e instanceof Violation ? e.getMessage() : e), number, one, e);
    } finally {
      running.remove(now);
    }
  }

  private Violation violation(String what, long number, FuzzCase one, Throwable cause) {
    String replay = ", which -D" + REPLAY + "=" + seed + ":" + number + " replays:\n";
    Violation violation = new Violation(what + "\nin case " + number + replay + one);
    violation.initCause(cause);
    return violation;
  }

  private void await(Future<?> work) throws Exception {
    while (true) {
      try {
        work.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException e) {
        requireNoneHangs();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Violation violation) {
          throw violation;
        }
        throw e;
      }
    }
  }

  private void requireNoneHangs() {
    for (Running one : running) {
      if (System.nanoTime() - one.sinceNanos() > HANGS_AFTER_NANOS) {
        Throwable where = new Throwable("here");
        where.setStackTrace(one.thread().getStackTrace());
        throw violation("it does not end", one.number(), one.one(), where);
      }
    }
  }

  private Done replay(String wanted) throws IOException {
    String[] words = wanted.split(":", -1);
    long number = Long.parseLong(words[1]);
    FuzzCase one = make(Long.parseLong(words[0]), number);
    System.out.println(one);
    try (Workplaces places = new Workplaces(directory.resolve("replay"), template)) {
      tally.ended(places.at(one.start()).run(one, true, tally));
    }
    return Done.of("cases", 1);
  }
}
