package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.nio.file.Path;

/**
 * What is done once and to everything: an import, an examination. Each in a JVM that has done
 * nothing before, as from a command line; prints {@code mean}.
 */
public final class BulkProbe {

  private BulkProbe() {}

  /**
   * Imports as many tasks as the second argument says, or examines the queue that it names.
   *
   * @param arguments {@code import} and a number, or {@code doctor} and a file
   */
  public static void main(String[] arguments) {
    switch (arguments[0]) {
      case "import" -> importTasks(Integer.parseInt(arguments[1]));
      case "doctor" -> examine(Path.of(arguments[1]));
      default -> throw new IllegalArgumentException("unknown operation " + arguments[0]);
    }
  }

  private static void importTasks(int size) {
    try (BenchmarkQueue queue = BenchmarkQueue.empty()) {
      TaskImport tasks = BenchmarkQueue.generated(new Workload(Shape.RANDOM, size, 1));
      long start = System.nanoTime();
      queue.arborist().queue().importTasks(tasks);
      print(start);
    }
  }

  private static void examine(Path file) {
    try (Arborist arborist = Arborist.open(file)) {
      long start = System.nanoTime();
      Diagnosis diagnosis = arborist.upkeep().diagnose(false);
      print(start);
      if (!diagnosis.findings().isEmpty()) {
        throw new IllegalStateException("the queue is damaged: " + diagnosis.findings());
      }
    }
  }

  private static void print(long start) {
    System.out.println("mean " + (System.nanoTime() - start) + " ns");
  }
}
