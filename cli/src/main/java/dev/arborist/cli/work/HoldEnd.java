package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.UnknownTaskException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a worker holds a task no more.
 *
 * @param ownWord whether the task was completed, failed or released under the worker's own token:
 *     by the program itself, which then may go on
 * @param why what happened, for people
 * @param dueAt when the task may run again at the earliest, if the program failed it
 */
record HoldEnd(boolean ownWord, String why, @Nullable Instant dueAt) {

  /** A hold that ended without a word of the program. */
  static HoldEnd lost(String why) {
    return new HoldEnd(false, why, null);
  }

  /** Looks up in the history what ended the hold under a token that was refused. */
  static HoldEnd lookUp(TaskBrowser browser, TaskNumber number, long token) {
    try {
      TaskEvent last = null;
      for (TaskEvent event : browser.events(new EventQuery(number, 0, 0))) {
        if (event.from() == TaskStatus.RUNNING && event.token() == token) {
          last = event;
        }
      }
      return last == null ? lost("it has been pruned") : of(last, browser);
    } catch (UnknownTaskException e) {
      return lost("it has been pruned");
    } catch (StorageException e) {
      return lost("its token was refused; " + e.getMessage());
    }
  }

  private static HoldEnd of(TaskEvent event, TaskBrowser browser) {
    EventReason reason = event.reason();
    return switch (reason) {
      case COMPLETED, RELEASED -> new HoldEnd(true, reason.label(), null);
      case FAILED ->
          new HoldEnd(true, reason.label(), browser.get(event.task()).task().progress().dueAt());
      case EXPIRED -> lost("its lease ran out");
      case TIMED_OUT -> lost("it timed out");
      default -> lost(reason.label() + " by " + event.actor());
    };
  }
}
