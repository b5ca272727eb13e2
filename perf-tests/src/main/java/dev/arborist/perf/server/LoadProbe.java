package dev.arborist.perf.server;

import dev.arborist.perf.BenchmarkQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Callers in several processes who claim and complete tasks of one queue of 100,000 ready ones as
 * fast as they can.
 *
 * <p>Prints {@code mean} (pairs of a claim and a completion in a second, of all callers together),
 * {@code p50} and {@code p99} of single pairs.
 */
public final class LoadProbe {

  /** Each process compiles for itself, and all do so on the same processors. */
  private static final int WARM_UP_SECONDS_A_PROCESS = 5;

  private LoadProbe() {}

  /**
   * Measures once.
   *
   * @param arguments where: {@code sqlite}, {@code postgres}, or {@code raw} for the bare
   *     statements on PostgreSQL; the number of callers; the number of processes that they are in
   */
  public static void main(String[] arguments) throws Exception {
    int callers = Integer.parseInt(arguments[1]);
    int processes = Integer.parseInt(arguments[2]);
    switch (arguments[0]) {
      case "sqlite" -> {
        try (BenchmarkQueue copy =
            BenchmarkQueue.copyOf(Path.of(System.getProperty(MeasuredServer.FILE)))) {
          report(measure("queue", copy.file().toString(), callers, processes));
        }
      }
      case "postgres" -> {
        try (ReadyCopy copy = ReadyCopy.make(1)) {
          report(measure("queue", copy.address(), callers, processes));
        }
      }
      case "raw" -> {
        try (ReadyCopy copy = ReadyCopy.make(1)) {
          report(measure("raw", copy.database(), callers, processes));
        }
      }
      default -> throw new IllegalArgumentException("unknown store " + arguments[0]);
    }
  }

  private static long[] measure(String kind, String place, int callers, int processes)
      throws IOException, InterruptedException {
    List<Process> workers = new ArrayList<>();
    try {
      List<BufferedReader> outputs = new ArrayList<>();
      for (int i = 0; i < processes; i++) {
        Process worker =
            start(kind, place, callers / processes, processes * WARM_UP_SECONDS_A_PROCESS);
        workers.add(worker);
        outputs.add(worker.inputReader(StandardCharsets.UTF_8));
      }
      for (BufferedReader output : outputs) {
        if (!"ready".equals(output.readLine())) {
          throw new IllegalStateException("a worker has not opened the queue");
        }
      }
      for (Process worker : workers) {
        try (OutputStream go = worker.getOutputStream()) {
          go.write('\n');
        }
      }
      return times(workers, outputs);
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
  }

  private static long[] times(List<Process> workers, List<BufferedReader> outputs)
      throws InterruptedException {
    long[] all =
        outputs.stream()
            .flatMap(BufferedReader::lines)
            .mapToLong(Long::parseLong)
            .sorted()
            .toArray();
    for (Process worker : workers) {
      if (worker.waitFor() != 0) {
        throw new IllegalStateException("a worker ended with " + worker.exitValue());
      }
    }
    return all;
  }

  /** With the flags of this JVM. */
  private static Process start(String kind, String place, int callers, int warmUpSeconds)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LoadWorker.class.getName(), kind, place));
    command.addAll(List.of(String.valueOf(callers), String.valueOf(warmUpSeconds)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void report(long[] sorted) {
    if (sorted.length == 0) {
      throw new IllegalStateException("nobody has completed a task");
    }
    print("mean %.3f ops/s", sorted.length * 1e9 / LoadWorker.MEASURED_NANOS);
    for (int percent : new int[] {50, 99}) {
      print(
          "p" + percent + " %.0f ns",
          (double) sorted[(int) ((long) sorted.length * percent / 100)]);
    }
  }

  private static void print(String line, double value) {
    System.out.println(String.format(Locale.ROOT, line, value));
  }
}
