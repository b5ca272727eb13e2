package dev.arborist.cli.work;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.work.Settlement.Settled;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Task;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of one task, from its claim to what came of it; safe to be stopped by other threads. */
final class TaskRun {

  /**
   * The exit codes of programs that SIGHUP, SIGINT or SIGTERM ended. A terminal and a supervisor
   * send those to the programs as well as to the worker, which may hear of it a moment later.
   */
  private static final List<Integer> STOPPED_EXITS = List.of(129, 130, 143);

  private static final Duration MOMENT = Duration.ofMillis(250);

  private final Workplace place;
  private final Claim claim;
  private final Hold hold;
  private final Tail tail = new Tail();
  private final long begin = System.nanoTime();
  private final @Nullable Capture capture;
  private @Nullable Program program;
  private boolean stopped;

  TaskRun(Workplace place, Claim claim) {
    this.place = place;
    this.claim = claim;
    capture = place.program().takesResult() ? new Capture() : null;
    hold = new Hold(place, claim, this::terminate);
  }

  Hold hold() {
    return hold;
  }

  Task task() {
    return claim.details().task();
  }

  /**
   * Runs the program and tells the queue what came of it.
   *
   * @return when the task may run again at the earliest, if it is to
   * @throws InvalidInputException when the program cannot be started; the task was released
   * @throws StorageException when the queue could not be told
   */
  @Nullable Instant run() throws InterruptedException {
    try {
      return settle(work());
    } catch (IOException | RuntimeException | Error e) {
      return fail(e);
    }
  }

  /** Releases the task without running the program. */
  @Nullable Instant giveBack() throws InterruptedException {
    terminate();
    return run();
  }

  /**
   * Ends the run because of what was thrown, and throws it.
   *
   * <p>When the program could not be started, its task is released. What else is thrown is a bug,
   * or the memory is at its end: then the task has failed, for a task that breaks workers should
   * not be given to one after another for ever.
   */
  @Nullable Instant fail(Throwable e) throws InterruptedException {
    if (e instanceof StorageException storage) {
      throw storage; // the queue was told as often as there was time
    }
    if (e instanceof IOException unstartable) {
      settle(new Outcome.Released("its program cannot be started"));
      throw unstartable(unstartable);
    }
    try {
      kill();
      settle(new Outcome.Failed("the worker failed: " + e, false));
    } catch (RuntimeException | Error more) {
      if (more != e) {
        e.addSuppressed(more);
      }
    }
    if (e instanceof Error error) {
      throw error;
    }
    throw e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
  }

  private @Nullable Instant settle(Outcome outcome) throws InterruptedException {
    String time = WorkLog.time(Duration.ofNanos(System.nanoTime() - begin));
    Settled settled = new Settlement(place.queue(), place.stop()).settle(outcome, hold, time);
    place.log().say(settled.line());
    return settled.dueAt();
  }

  private Outcome work() throws IOException, InterruptedException {
    Program started = start();
    if (started == null) {
      return new Outcome.Released("the worker was stopped");
    }
    int code = started.await();
    // Asked before its output is waited for: what stops the worker then did not end the program.
    boolean interrupted = code != 0 && hold.end() == null && wasInterrupted(code);
    if (!started.awaitOutput()) {
      place
          .log()
          .say(hold.number() + " left something behind that has its output: no more is read");
    }
    if (interrupted) {
      return new Outcome.Released("the worker was stopped");
    }
    return Verdict.of(code, place.program().permanentExits(), capture, tail);
  }

  /** Starts the program, unless the run was stopped before. */
  private synchronized @Nullable Program start() throws IOException, InterruptedException {
    if (!stopped) {
      ProgramSettings settings = place.program();
      Capture result = capture;
      program =
          Program.start(
              place.machine(),
              settings.invocation(),
              claim,
              settings.grace(),
              result == null ? place.outputs().forwardOut() : result::add,
              place.outputs().forwardErr(tail));
    }
    return program;
  }

  private boolean wasInterrupted(int code) throws InterruptedException {
    if (isStopped()) {
      return true;
    }
    return STOPPED_EXITS.contains(code) && place.stop().await(MOMENT);
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private InvalidInputException unstartable(IOException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String program = place.program().invocation().words().get(0);
    return new InvalidInputException(
        "cannot start '" + program + "': " + cause.getMessage() + "; its task was released", e);
  }

  /** Asks the program to end, or does not start it. */
  synchronized void terminate() {
    stopped = true;
    if (program != null) {
      program.terminate();
    }
  }

  /** Ends the program. */
  synchronized void kill() {
    stopped = true;
    if (program != null) {
      program.kill();
    }
  }
}
