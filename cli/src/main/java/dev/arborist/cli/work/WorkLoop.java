package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.signal.Signals;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Claims tasks while there is room and nobody stops it, and lets a program work on each.
 *
 * <p>One thread claims, one renews all leases, and one for each running program waits for it and
 * tells the queue. A failure of one of them ends the claiming; what runs may finish.
 */
public final class WorkLoop {

  /** A shutdown hook would hear only the first of them, and not which one it was. */
  private static final List<String> ENDING_SIGNALS = List.of("TERM", "INT", "HUP");

  private final WorkSettings settings;
  private final Workplace place;
  private final StopRequest stop;
  private final Claiming claiming;
  private final Heartbeat heartbeat;
  private final Crew crew;
  private final Semaphore changes = new Semaphore(0);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private boolean stopSaid;

  /**
   * A loop on an open queue, to be run once.
   *
   * @param clock what the queue goes by
   * @param out where the programs' standard output goes
   * @param err where their standard error and the worker's lines go
   * @param quiet whether the worker says nothing but what is wrong
   */
  public WorkLoop(
      TaskQueue queue,
      TaskBrowser browser,
      InstantSource clock,
      WorkSettings settings,
      ProgramSettings program,
      OutputStream out,
      PrintStream err,
      boolean quiet) {
    this(queue, browser, settings, program, out, err, quiet, Machine.with(clock));
  }

  WorkLoop(
      TaskQueue queue,
      TaskBrowser browser,
      WorkSettings settings,
      ProgramSettings program,
      OutputStream out,
      PrintStream err,
      boolean quiet,
      Machine machine) {
    this.settings = settings;
    stop = new StopRequest(settings.drains());
    WorkLog log = new WorkLog(err, quiet);
    Outputs outputs = new Outputs(out, err);
    place = new Workplace(queue, browser, settings.lease(), program, outputs, log, stop, machine);
    claiming = new Claiming(place, settings);
    heartbeat = new Heartbeat(this::broken);
    crew = new Crew(place, heartbeat, this::mayClaim, changes::release, this::failed);
  }

  /**
   * Works until it is stopped, or there is no more to do.
   *
   * @return 0, or what a process exits with that ends by the first signal that came
   * @throws InvalidInputException when a setting is refused by the queue or the program, or a
   *     thread, cannot be started
   * @throws StorageException when the queue's file failed for too long
   */
  public int run() throws InterruptedException {
    Signals signals = Signals.receive(ENDING_SIGNALS, this::signalled);
    try {
      heartbeat.start(place.machine());
      place.browser().onReady(changes::release);
      while (step()) {}
    } catch (IOException e) {
      throw new InvalidInputException("the worker cannot start: " + e.getMessage(), e);
    } finally {
      crew.terminate();
      while (!crew.isEmpty()) {
        changes.acquireUninterruptibly();
      }
      heartbeat.close();
      signals.close();
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
  private boolean step() throws InterruptedException {
    boolean alone = crew.isEmpty(); // asked first: what ends now may make another task ready
    Instant asked = place.machine().clock().instant();
    int room = mayClaim() ? claiming.room(crew.size()) : 0;
    boolean found = room > 0 && claim(room);
    boolean empty = alone && !found && room > 0 && !claiming.isFailing();
    boolean drained = settings.untilEmpty() && empty && !asked.isBefore(crew.dueAgain());
    if (crew.isEmpty() && (drained || !mayClaim() || claiming.isOver())) {
      return false;
    }
    sayStop();
    if (!found) {
      pause(room > 0);
    }
    return true;
  }

  private boolean mayClaim() {
    return !stop.isRequested() && failure.get() == null;
  }

  private boolean claim(int room) {
    try {
      List<Claim> claims = claiming.claim(room);
      crew.take(claims);
      return !claims.isEmpty();
    } catch (StorageException e) {
      failed(e);
      return false;
    }
  }

  /** Waits until something changes; when there is room, at most until it is time to ask again. */
  private void pause(boolean hasRoom) throws InterruptedException {
    if (hasRoom) {
      Duration untilDue = Duration.between(place.machine().clock().instant(), crew.dueAgain());
      boolean soon = !untilDue.isNegative() && untilDue.compareTo(settings.poll()) < 0;
      Duration most = soon ? untilDue : settings.poll();
      if (!changes.tryAcquire(most.toMillis() + 1, TimeUnit.MILLISECONDS)) {
        return;
      }
    } else {
      changes.acquire();
    }
    changes.drainPermits();
  }

  /** Whoever pressed Ctrl-C wants to know what is waited for. */
  private void sayStop() {
    String left = crew.tasks();
    if (!stop.isRequested() || stopSaid || left.isEmpty()) {
      return;
    }
    stopSaid = true;
    place
        .log()
        .say(
            stop.interruptsPrograms()
                ? "stopping " + left + "; the next signal kills"
                : "finishing " + left + "; the next signal stops");
  }

  private void signalled(int signal) {
    stop.signalled(signal);
    switch (stop.urgency()) {
      case NONE, FINISH -> {}
      case TERMINATE -> crew.terminate();
      case KILL -> crew.kill();
    }
    changes.release();
  }

  /** Something went wrong that ends the worker, once the programs that run have ended. */
  private void failed(Throwable e) {
    if (failure.compareAndSet(null, e) && crew.size() > 1) {
      place.log().warn(e.getMessage() + "; the worker ends when what still runs has ended");
    }
    changes.release();
  }

  /** Leases are renewed no more, so nothing may go on under them. */
  private void broken(Throwable e) {
    failed(e);
    crew.terminate();
  }
}
