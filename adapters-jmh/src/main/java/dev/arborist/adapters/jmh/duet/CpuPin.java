package dev.arborist.adapters.jmh.duet;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Puts both sides on one processor while they take turns.
 *
 * <p>A system keeps a process on the processor that it last ran on. If another program uses that of
 * one side and not that of the other, a whole launch seems slower, and no number of epochs shows
 * it. On the same processor both meet the same neighbours. Works where there is {@code taskset}, on
 * Linux only.
 */
final class CpuPin {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";
  private static final int PATIENCE_SECONDS = 10;
  private static final int ATTEMPTS = 5;

  private CpuPin() {}

  /**
   * Puts all threads of these processes on one of the processors that this one may use.
   *
   * @param seed draws which
   * @return whether that was done
   */
  static boolean apply(Collection<ProcessHandle> processes, long seed) {
    List<Integer> processors = allowed();
    if (processors.isEmpty()) {
      return false;
    }
    int processor = processors.get(new Random(seed).nextInt(processors.size()));
    return processes.stream().allMatch(process -> apply(process, processor));
  }

  /** A thread may end while all threads are told, which fails then: those that there are remain. */
  private static boolean apply(ProcessHandle process, int processor) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (run("taskset", "-acp", String.valueOf(processor), String.valueOf(process.pid()))) {
        return true;
      }
    }
    return false;
  }

  /** The processors that this process may use; none where the system does not tell. */
  private static List<Integer> allowed() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(ALLOWED))
          .flatMap(line -> numbers(line.substring(ALLOWED.length()).strip()).stream())
          .toList();
    } catch (IOException e) {
      return List.of(); // not Linux
    }
  }

  /** The numbers of a list such as {@code 0-3,8}. */
  static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such tool
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
