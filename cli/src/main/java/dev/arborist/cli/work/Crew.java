package dev.arborist.cli.work;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The runs under way, each in a thread of its own; safe for use by several threads. */
final class Crew {

  private final Heartbeat heartbeat;
  private final Runnable whenEnded;
  private final Consumer<Throwable> whenFailed;
  private final Set<TaskRun> running = ConcurrentHashMap.newKeySet();

  /** When the last of what failed here is due again. */
  private Instant dueAgain = Instant.EPOCH;

  /**
   * Nobody yet.
   *
   * @param heartbeat renews the leases
   * @param whenEnded is told when a run has ended
   * @param whenFailed is told before that what a run failed with, if it did
   */
  Crew(Heartbeat heartbeat, Runnable whenEnded, Consumer<Throwable> whenFailed) {
    this.heartbeat = heartbeat;
    this.whenEnded = whenEnded;
    this.whenFailed = whenFailed;
  }

  /** Takes a run in: from now on its lease is renewed and it can be stopped. */
  void add(TaskRun run) {
    running.add(run);
    heartbeat.add(run.hold());
  }

  /** Starts a run that was taken in. */
  void start(TaskRun run) {
    Thread thread = new Thread(() -> execute(run), "arborist-run " + run.hold().number());
    thread.setDaemon(true);
    thread.start();
  }

  private void execute(TaskRun run) {
    try {
      Instant due = run.run();
      if (due != null) {
        willBeDue(due);
      }
    } catch (InterruptedException e) {
      run.kill();
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      run.kill();
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
