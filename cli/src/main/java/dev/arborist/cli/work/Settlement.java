package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.work.Outcome.Failed;
import dev.arborist.cli.work.StopRequest.Urgency;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.UnknownTaskException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells the queue what a run came to: again and again while the queue's file fails, but only as
 * long as the task is held.
 */
final class Settlement {

  /**
   * What became of a task.
   *
   * @param line says it
   * @param dueAt when the task may run again at the earliest, if it is to
   */
  record Settled(String line, @Nullable Instant dueAt) {}

  private static final long PAUSE_MILLIS = 500;

  private final TaskQueue queue;
  private final StopRequest stop;

  Settlement(TaskQueue queue, StopRequest stop) {
    this.queue = queue;
    this.stop = stop;
  }

  /**
   * Tells the queue.
   *
   * @return what became of the task
   * @throws StorageException when the queue could not be told before the lease was over, or before
   *     nobody wanted to wait any more
   */
  Settled settle(Outcome outcome, Hold hold, String time) throws InterruptedException {
    Outcome told = outcome;
    StorageException failure = null;
    while (true) {
      HoldEnd end = hold.end();
      if (end != null) {
        return ended(end, hold, time, failure);
      }
      try {
        Task task = told.tell(queue, hold.number(), hold.token());
        return new Settled(told.line(task, time), task.progress().dueAt());
      } catch (RefusedException | UnknownTaskException e) {
        hold.refused();
      } catch (InvalidInputException e) {
        if (told instanceof Failed) {
          throw e;
        }
        told = new Failed(String.valueOf(e.getMessage()), false);
      } catch (StorageException e) {
        failure = e;
        if (stop.urgency() == Urgency.KILL) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** An attempt that was said to have failed may have been kept: the history tells. */
  private static Settled ended(
      HoldEnd end, Hold hold, String time, @Nullable StorageException failure) {
    if (end.told()) {
      return new Settled(
          end.why() + " " + hold.number() + " after " + time + ": whoever has its token said so",
          end.dueAt());
    }
    if (failure != null) {
      throw new StorageException(
          "what came of " + hold.number() + " is not stored: " + failure.getMessage(), failure);
    }
    return new Settled("lost " + hold.number() + " after " + time + ": " + end.why(), null);
  }
}
