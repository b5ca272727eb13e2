package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.SqliteMeter;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What an operation asks of SQLite: prints {@code counter:statements} and {@code counter:vmSteps}.
 *
 * <p>Each is done once before, so that every statement is prepared: SQLite counts that too. Unlike
 * a time, a count is the same in every run, so a statement that is added shows at once. The clock
 * stands still and ids are counted up, so that nothing depends on when it runs.
 */
public final class CounterProbe {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int TEN = 10;

  /** Tasks beside those that an operation touches, so that the indexes have more than a page. */
  private static final int OTHERS = 1_000;

  private CounterProbe() {}

  /** Counts the operation that the argument names. */
  public static void main(String[] arguments) throws SQLException {
    try (BenchmarkQueue queue = BenchmarkQueue.empty()) {
      Path file = queue.file();
      queue.arborist().queue().importTasks(BenchmarkQueue.plain(OTHERS));
      switch (arguments[0]) {
        case "rawEnqueue", "rawClaim", "rawComplete" -> countRaw(file, arguments[0]);
        default -> count(file, arguments[0]);
      }
    }
  }

  private static void count(Path file, String operation) {
    SqliteMeter meter = new SqliteMeter();
    AtomicLong ids = new AtomicLong();
    try (Arborist arborist =
        Arborist.at(file)
            .clock(() -> NOW)
            .ids(() -> new TaskId(new UUID(2, ids.incrementAndGet())))
            .meter(meter)
            .open()) {
      prepare(arborist.queue(), operation).run();
      Runnable measured = prepare(arborist.queue(), operation);
      long statements = meter.statements();
      long steps = meter.steps();
      measured.run();
      print(meter.statements() - statements, meter.steps() - steps);
    }
  }

  /** Does what an operation needs, and returns the operation. */
  private static Runnable prepare(TaskQueue tasks, String operation) {
    return switch (operation) {
      case "enqueue" -> () -> tasks.enqueue(NewTask.of(EnqueueBenchmark.PROMPT).build());
      case "claim" -> () -> tasks.claim("worker", 1, LEASE);
      case "complete" -> complete(tasks, tasks.claim("worker", 1, LEASE).get(0));
      case "completeWithTen" -> complete(tasks, Dependents.addAndClaim(tasks, TEN));
      case "enqueueWithTen" -> {
        List<TaskNumber> ten = new ArrayList<>();
        for (int i = 0; i < TEN; i++) {
          ten.add(tasks.enqueue(NewTask.of("prerequisite").build()).number());
        }
        yield () -> tasks.enqueue(NewTask.of("wait for ten").prerequisites(ten).build());
      }
      case "link" -> {
        Task one = tasks.enqueue(NewTask.of("one").build());
        Task other = tasks.enqueue(NewTask.of("other").build());
        yield () -> tasks.link(other.number(), one.number());
      }
      default -> throw new IllegalArgumentException("unknown operation " + operation);
    };
  }

  private static Runnable complete(TaskQueue tasks, Claim claim) {
    return () -> tasks.complete(claim.details().task().number(), claim.token(), null);
  }

  private static void countRaw(Path file, String operation) throws SQLException {
    int priority =
        PriorityPolicy.DEFAULT.rank(Schedule.DEFAULT, TaskSource.HUMAN, 0, 0, 0, NOW).priority();
    try (RawLoop raw = new RawLoop(file)) {
      RawConnection.Meter meter = raw.metered();
      raw.enqueue(EnqueueBenchmark.PROMPT, priority);
      raw.complete(raw.claim());
      long number = operation.equals("rawComplete") ? raw.claim() : 0;
      long statements = meter.statements;
      long steps = meter.steps;
      switch (operation) {
        case "rawEnqueue" -> raw.enqueue(EnqueueBenchmark.PROMPT, priority);
        case "rawClaim" -> raw.claim();
        default -> raw.complete(number);
      }
      print(meter.statements - statements, meter.steps - steps);
    }
  }

  private static void print(long statements, long steps) {
    System.out.println("counter:statements " + statements);
    System.out.println("counter:vmSteps " + steps);
  }
}
