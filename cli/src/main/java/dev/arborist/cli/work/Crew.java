package dev.arborist.cli.work;

import dev.arborist.domain.task.Claim;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that the worker holds, each run in a thread of its own.
 *
 * <p>It answers for a claim from the moment it takes it: until the run has ended its lease is
 * renewed, and however it ends the queue is told, or at least asked; then it is forgotten. Safe for
 * use by several threads.
 */
final class Crew {

  /** One way to work on a task, or to give it back. */
  private interface Work {

    /** Returns when the task may run again at the earliest, if it is to. */
    @Nullable Instant perform() throws InterruptedException;
  }

  private final Workplace place;
  private final Heartbeat heartbeat;
  private final BooleanSupplier mayStart;
  private final Runnable whenEnded;
  private final Consumer<Throwable> whenFailed;
  private final Set<TaskRun> running = ConcurrentHashMap.newKeySet();

  /** When the last of what failed here is due again. */
  private Instant dueAgain = Instant.EPOCH;

  /**
   * Nobody yet.
   *
   * @param heartbeat renews the leases
   * @param mayStart whether programs may still be started
   * @param whenEnded is told when a run has ended
   * @param whenFailed is told before that what a run failed with, if it did
   */
  Crew(
      Workplace place,
      Heartbeat heartbeat,
      BooleanSupplier mayStart,
      Runnable whenEnded,
      Consumer<Throwable> whenFailed) {
    this.place = place;
    this.heartbeat = heartbeat;
    this.mayStart = mayStart;
    this.whenEnded = whenEnded;
    this.whenFailed = whenFailed;
  }

  /** Takes claims over and starts a run for each; if one cannot start, none behind it does. */
  void take(List<Claim> claims) {
    List<TaskRun> runs = new ArrayList<>();
    for (Claim claim : claims) {
      TaskRun run = new TaskRun(place, claim);
      running.add(run);
      heartbeat.add(run.hold());
      runs.add(run);
    }
    for (int i = 0; i < runs.size(); i++) {
      TaskRun run = runs.get(i);
      try {
        start(run);
      } catch (IOException | RuntimeException | Error e) {
        runs.subList(i + 1, runs.size()).forEach(behind -> perform(behind, behind::giveBack));
        perform(run, () -> run.fail(e));
        return;
      }
    }
  }

  private void start(TaskRun run) throws IOException {
    place.log().claimed(run.task());
    if (!mayStart.getAsBoolean()) {
      run.terminate(); // what ends the worker came too late for the claim, but not for the program
    }
    place.machine().start("arborist-run " + run.hold().number(), () -> perform(run, run::run));
  }

  private void perform(TaskRun run, Work work) {
    try {
      Instant due = work.perform();
      if (due != null) {
        willBeDue(due);
      }
    } catch (InterruptedException e) {
      run.kill();
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      whenFailed.accept(e);
    } finally {
      heartbeat.remove(run.hold());
      running.remove(run);
      whenEnded.run();
    }
  }

  int size() {
    return running.size();
  }

  boolean isEmpty() {
    return running.isEmpty();
  }

  /** When everything that failed here is due again, as far as it will be retried. */
  synchronized Instant dueAgain() {
    return dueAgain;
  }

  private synchronized void willBeDue(Instant due) {
    dueAgain = due.isAfter(dueAgain) ? due : dueAgain;
  }

  /** The tasks that are worked on, for people. */
  String tasks() {
    return running.stream()
        .map(run -> run.hold().number())
        .sorted()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  /** Asks all programs to end. */
  void terminate() {
    running.forEach(TaskRun::terminate);
  }

  /** Ends all programs. */
  void kill() {
    running.forEach(TaskRun::kill);
  }
}
