package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.TaskNumber;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Claims tasks while there is room and nobody stops it, and lets a program work on each.
 *
 * <p>One thread claims, one renews all leases, and one for each running program waits for it and
 * tells the queue. A failure of one of them ends the claiming; what runs may finish.
 */
public final class WorkLoop {

  private final WorkSettings settings;
  private final Workplace place;
  private final StopRequest stop;
  private final Set<TaskRun> running = ConcurrentHashMap.newKeySet();
  private final Semaphore changes = new Semaphore(0);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** When the last of what failed here is due again. */
  private final AtomicReference<Instant> dueAgain = new AtomicReference<>(Instant.EPOCH);

  private int tasksLeft;
  private boolean stopSaid;
  private @Nullable Instant failingSince;

  /**
   * A loop on an open queue.
   *
   * @param out where the programs' standard output goes
   * @param err where their standard error and the worker's lines go
   * @param quiet whether the worker says nothing but what is wrong
   */
  public WorkLoop(
      TaskQueue queue,
      TaskBrowser browser,
      WorkSettings settings,
      ProgramSettings program,
      OutputStream out,
      PrintStream err,
      boolean quiet) {
    this.settings = settings;
    stop = new StopRequest(settings.drains());
    tasksLeft = settings.tasksMax();
    WorkLog log = new WorkLog(err, quiet);
    Outputs outputs = new Outputs(out, err);
    place = new Workplace(queue, browser, settings.lease(), program, outputs, log, stop);
  }

  /**
   * Works until it is stopped, or there is no more to do.
   *
   * @return 0, or what a process exits with that ends by the first signal that came
   * @throws dev.arborist.domain.task.InvalidInputException when a setting is refused by the queue
   *     or the program cannot be started
   * @throws StorageException when the queue's file failed for too long
   */
  public int run() throws InterruptedException {
    Heartbeat heartbeat = new Heartbeat(this::broken);
    Signals signals = Signals.receive(this::signalled);
    try {
      while (step(heartbeat)) {}
    } finally {
      running.forEach(TaskRun::terminate);
      while (!running.isEmpty()) {
        changes.acquireUninterruptibly();
      }
      signals.close();
      heartbeat.close();
    }
    Throwable failed = failure.get();
    if (failed instanceof Error error) {
      throw error;
    }
    if (failed instanceof RuntimeException exception) {
      throw exception;
    }
    return stop.isRequested() ? stop.exitCode() : 0;
  }

  /** Claims once and waits, unless there may be more to claim; returns whether to go on. */
  private boolean step(Heartbeat heartbeat) throws InterruptedException {
    boolean alone = running.isEmpty(); // asked first: what ends now may make another task ready
    Instant asked = Instant.now();
    int room = mayClaim() ? Math.min(settings.jobs() - running.size(), tasksLeft) : 0;
    boolean found = room > 0 && claim(room, heartbeat);
    boolean empty = alone && !found && room > 0 && failingSince == null;
    boolean drained = settings.untilEmpty() && empty && !asked.isBefore(dueAgain.get());
    if (running.isEmpty() && (drained || !mayClaim() || tasksLeft == 0)) {
      return false;
    }
    sayStop();
    if (!found) {
      pause(room > 0);
    }
    return true;
  }

  /** Whoever pressed Ctrl-C wants to know what is waited for. */
  private void sayStop() {
    if (stop.isRequested() && !stopSaid) {
      stopSaid = true;
      String left =
          running.stream()
              .map(run -> run.hold().number())
              .sorted()
              .map(TaskNumber::toString)
              .collect(Collectors.joining(" "));
      place
          .log()
          .say(
              stop.interruptsPrograms()
                  ? "stopping " + left + "; the next signal kills"
                  : "finishing " + left + "; the next signal stops");
    }
  }

  private boolean mayClaim() {
    return !stop.isRequested() && failure.get() == null;
  }

  private boolean claim(int room, Heartbeat heartbeat) {
    try {
      List<Claim> claims =
          place.queue().claim(settings.worker(), room, settings.lease(), settings.filter());
      failingSince = null;
      tasksLeft -= tasksLeft == WorkSettings.ENDLESS ? 0 : claims.size();
      claims.forEach(claim -> start(claim, heartbeat));
      return !claims.isEmpty();
    } catch (StorageException e) {
      storageFailed(e);
      return false;
    }
  }

  private void storageFailed(StorageException e) {
    Instant now = Instant.now();
    Instant since = failingSince;
    if (since == null) {
      failingSince = now;
      place.log().warn(e.getMessage() + "; the worker tries again");
    } else if (Duration.between(since, now).compareTo(settings.storagePatience()) > 0) {
      failed(e);
    }
  }

  private void start(Claim claim, Heartbeat heartbeat) {
    TaskRun run = new TaskRun(place, claim);
    running.add(run);
    heartbeat.add(run.hold());
    place.log().claimed(claim.details().task());
    if (stop.isRequested()) {
      run.terminate(); // the signal came too late for the claim, and early enough for the program
    }
    Thread thread =
        new Thread(() -> execute(run, heartbeat), "arborist-run " + run.hold().number());
    thread.setDaemon(true);
    thread.start();
  }

  private void execute(TaskRun run, Heartbeat heartbeat) {
    try {
      Instant due = run.run();
      if (due != null) {
        dueAgain.accumulateAndGet(due, (one, other) -> one.isAfter(other) ? one : other);
      }
    } catch (InterruptedException e) {
      run.kill();
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      run.kill();
      failed(e);
    } finally {
      heartbeat.remove(run.hold());
      running.remove(run);
      changes.release();
    }
  }

  /** Something went wrong that ends the worker, once the programs that run have ended. */
  private void failed(Throwable e) {
    if (failure.compareAndSet(null, e) && running.size() > 1) {
      place.log().warn(e.getMessage() + "; the worker ends when what still runs has ended");
    }
    changes.release();
  }

  /** Leases are renewed no more, so nothing may go on under them. */
  private void broken(Throwable e) {
    failed(e);
    running.forEach(TaskRun::terminate);
  }

  private void signalled(int signal) {
    stop.signalled(signal);
    switch (stop.urgency()) {
      case NONE, FINISH -> {}
      case TERMINATE -> running.forEach(TaskRun::terminate);
      case KILL -> running.forEach(TaskRun::kill);
    }
    changes.release();
  }

  /** Waits until something changes; when there is room, at most until it is time to ask again. */
  private void pause(boolean hasRoom) throws InterruptedException {
    if (hasRoom) {
      Duration untilDue = Duration.between(Instant.now(), dueAgain.get());
      Duration most = settings.poll();
      boolean soon = !untilDue.isNegative() && untilDue.compareTo(most) < 0;
      long millis = (soon ? untilDue : most).toMillis() + 1;
      boolean changed = changes.tryAcquire(millis, TimeUnit.MILLISECONDS);
      if (!changed) {
        return;
      }
    } else {
      changes.acquire();
    }
    changes.drainPermits();
  }
}
