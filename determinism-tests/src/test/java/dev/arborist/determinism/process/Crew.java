package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** The processes that work on one queue, and those that take the places of who is killed. */
final class Crew implements AutoCloseable {

  private static final int WORKERS_MAX = 10_000;
  private static final int SIGKILL_CODE = 137;

  /** For what takes a second: this is for who never comes to an end. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path directory;
  private final Path stop;
  private final String queue;
  private final int size;
  private final long seed;
  private final IntFunction<List<String>> options;
  private final Map<String, Path> journals = new LinkedHashMap<>();
  private final List<Worker> workers = new ArrayList<>();
  private int started;

  private record Worker(String name, Process process, Path output) {}

  /**
   * A crew of which nobody has begun.
   *
   * @param directory where the journals are kept
   * @param queue what {@code Arborist.open} takes
   * @param size how many work at a time
   * @param seed decides what they do
   * @param options of the JVM of each, by its number
   */
  Crew(Path directory, String queue, int size, long seed, IntFunction<List<String>> options) {
    this.directory = directory;
    this.queue = queue;
    this.size = size;
    this.seed = seed;
    this.options = options;
    stop = directory.resolve("stop");
  }

  /** Lets them begin, and returns when all are at work. */
  void begin() throws Exception {
    for (int i = 0; i < size; i++) {
      workers.add(start());
    }
    awaitWork();
  }

  private Worker start() throws IOException {
    started++;
    String name = "worker-" + started;
    Path journal = directory.resolve(name + ".journal");
    Path output = output(name);
    List<String> all = new ArrayList<>(options.apply(started));
    all.add("-Xmx64m");
    journals.put(name, journal);
    Process process =
        new FreshJvm(
                Labourer.class,
                queue,
                journal.toString(),
                name,
                String.valueOf(seed * WORKERS_MAX + started),
                stop.toString())
            .options(all)
            .start(output);
    return new Worker(name, process, output);
  }

  /**
   * Until each of them was told from now on that something is done, lest what befalls them meets
   * JVMs that start, or who still waits after what befell them before.
   */
  void awaitWork() throws Exception {
    Map<Worker, Long> written = new LinkedHashMap<>();
    for (Worker worker : workers) {
      written.put(worker, written(worker));
    }
    for (Worker worker : workers) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!wasAcknowledged(worker, written.get(worker))) {
        Violation.unless(
            worker.process().isAlive(), worker.name() + " ended by itself: " + said(worker));
        Violation.unless(
            System.nanoTime() < end, worker.name() + " got nothing done: " + said(worker));
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  /** Whether anything was acknowledged behind so much of its journal. */
  private boolean wasAcknowledged(Worker worker, long written) throws IOException {
    Path journal = journals.get(worker.name());
    if (!Files.exists(journal)) {
      return false;
    }
    try (InputStream lines = Files.newInputStream(journal)) {
      lines.skipNBytes(written);
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).contains(" ack ");
    }
  }

  private long written(Worker worker) throws IOException {
    Path journal = journals.get(worker.name());
    return Files.exists(journal) ? Files.size(journal) : 0;
  }

  private static String said(Worker worker) throws IOException {
    return Files.readString(worker.output());
  }

  /** Kills one when all are at work, and lets another take its place. */
  void kill(int at) throws Exception {
    awaitWork();
    Worker worker = workers.get(at);
    worker.process().destroyForcibly();
    int code = worker.process().waitFor();
    Violation.unless(
        code == SIGKILL_CODE,
        worker.name() + " ended with " + code + " by itself: " + said(worker));
    workers.set(at, start());
  }

  /** Stops one for longer than its leases. */
  void stopPastItsLease(int at) throws Exception {
    signal(workers.get(at), "STOP");
    TimeUnit.MILLISECONDS.sleep(2 * Labourer.LEASE_MILLIS);
    signal(workers.get(at), "CONT");
  }

  private static void signal(Worker worker, String name) throws Exception {
    String pid = String.valueOf(worker.process().pid());
    int code = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    Violation.unless(code == 0, worker.name() + " is gone: " + said(worker));
  }

  /** Lets all of them finish what they are at, which must be possible. */
  void end() throws Exception {
    Files.createFile(stop);
    for (Worker worker : workers) {
      Violation.unless(
          worker.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS),
          worker.name() + " does not end: " + said(worker));
      int code = worker.process().exitValue();
      Violation.unless(code == 0, worker.name() + " ended with " + code + ": " + said(worker));
    }
  }

  /** What all have said who ever worked: of each failure, where it comes from. */
  String said() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : journals.keySet()) {
      all.append(Files.readString(output(name)));
    }
    return all.toString();
  }

  private Path output(String name) {
    return directory.resolve(name + ".out");
  }

  /** What everybody wrote down who has ever belonged to it, by their names. */
  Map<String, Path> journals() {
    return Collections.unmodifiableMap(journals);
  }

  /** Leaves no process behind. */
  @Override
  public void close() {
    workers.forEach(worker -> FreshJvm.end(worker.process()));
  }
}
