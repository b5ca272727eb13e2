package dev.arborist.determinism.process;

import dev.arborist.Arborist;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One queue, and the processes that work on it while some are killed or stopped. */
final class KillingRound {

  private static final int PROCESSES = 8;
  private static final int WORKERS_MAX = 10_000;
  private static final int SIGKILL_CODE = 137;

  /** Every so many victims is stopped for longer than its lease instead of killed. */
  private static final int STOP_EVERY = 4;

  private final int victims;
  private final long pauseMillis;
  private final long seed;
  private final SplittableRandom random;
  private final Map<String, Path> journals = new LinkedHashMap<>();
  private final List<Worker> workers = new ArrayList<>();
  private int started;
  private int kills;

  private record Worker(String name, Process process, Path output) {}

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
    random = new SplittableRandom(seed);
  }

  /** Does it in a directory of its own. */
  Done run(Path directory) throws Exception {
    Path queue = directory.resolve("queue.db");
    Path stop = directory.resolve("stop");
    Arborist.create(queue);
    try {
      for (int i = 0; i < PROCESSES; i++) {
        workers.add(start(directory, queue, stop));
      }
      awaitWork();
      for (int victim = 1; victim <= victims; victim++) {
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
        int at = random.nextInt(PROCESSES);
        if (victim % STOP_EVERY == 0) {
          stopPastItsLease(workers.get(at));
        } else {
          kill(workers.get(at));
          workers.set(at, start(directory, queue, stop));
        }
      }
      Files.createFile(stop);
      for (Worker worker : workers) {
        int code = worker.process().waitFor();
        Violation.unless(code == 0, worker.name() + " ended with " + code + ":\n" + said(worker));
      }
    } finally {
      workers.forEach(worker -> FreshJvm.end(worker.process()));
    }
    return Done.of("kills", kills)
        .and("stops past a lease", victims - kills)
        .and(new Checker().check(queue, journals));
  }

  private static String said(Worker worker) throws IOException {
    return Files.readString(worker.output());
  }

  private Worker start(Path directory, Path queue, Path stop) throws IOException {
    started++;
    String name = "worker-" + started;
    Path journal = directory.resolve(name + ".journal");
    Path output = directory.resolve(name + ".out");
    journals.put(name, journal);
    Process process =
        new FreshJvm(
                Labourer.class,
                queue.toString(),
                journal.toString(),
                name,
                String.valueOf(seed * WORKERS_MAX + started),
                stop.toString())
            .options(List.of("-Xmx64m"))
            .start(output);
    return new Worker(name, process, output);
  }

  /** Until everybody has acknowledged something, lest only JVMs that start are killed. */
  private void awaitWork() throws Exception {
    for (Worker worker : workers) {
      Path journal = journals.get(worker.name());
      while (!Files.exists(journal) || Journal.read(journal).isEmpty()) {
        Violation.unless(
            worker.process().isAlive(), worker.name() + " ended by itself:\n" + said(worker));
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private void kill(Worker worker) throws Exception {
    awaitWork();
    worker.process().destroyForcibly();
    kills++;
    int code = worker.process().waitFor();
    Violation.unless(
        code == SIGKILL_CODE,
        worker.name() + " ended with " + code + " by itself:\n" + said(worker));
  }

  private static void stopPastItsLease(Worker worker) throws Exception {
    signal(worker, "STOP");
    TimeUnit.MILLISECONDS.sleep(2 * Labourer.LEASE_MILLIS);
    signal(worker, "CONT");
  }

  private static void signal(Worker worker, String name) throws Exception {
    String pid = String.valueOf(worker.process().pid());
    int code = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    Violation.unless(code == 0, worker.name() + " is gone:\n" + said(worker));
  }
}
