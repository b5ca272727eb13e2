package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import java.time.Duration;

/**
 * Lets the compiler see the queue at work before it is measured.
 *
 * <p>An operation that waits for the disk runs some 3,000 times a second, and it takes about four
 * seconds until all of it is compiled; a queue that does not wait gets there in one.
 */
final class WarmUp {

  private static final int ROUNDS = 8_000;

  private WarmUp() {}

  /** Enqueues, claims and completes in a queue that is deleted afterwards. */
  static void run() {
    try (BenchmarkQueue queue = BenchmarkQueue.empty();
        Arborist arborist = Arborist.at(queue.file()).durability(Durability.NORMAL).open()) {
      TaskQueue tasks = arborist.queue();
      for (int i = 0; i < ROUNDS; i++) {
        tasks.enqueue(NewTask.of(EnqueueBenchmark.PROMPT).build());
        Claim claim = tasks.claim("worker", 1, Duration.ofMinutes(10)).get(0);
        tasks.complete(claim.details().task().number(), claim.token(), null);
      }
    }
  }
}
