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
 * @param told whether somebody told the queue under the worker's own token what came of the task:
 *     the program itself, most likely
 * @param mayGoOn whether the program may go on, because nobody runs the task again
 * @param why what happened, for people
 * @param dueAt when the task may run again at the earliest, if the program failed it
 */
record HoldEnd(boolean told, boolean mayGoOn, String why, @Nullable Instant dueAt) {

  /** A hold that ended otherwise. */
  static HoldEnd lost(String why) {
    return new HoldEnd(false, false, why, null);
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
      case COMPLETED -> new HoldEnd(true, true, reason.label(), null);
      case RELEASED -> new HoldEnd(true, false, reason.label(), null);
      case FAILED -> new HoldEnd(true, false, reason.label(), dueAt(event, browser));
      case EXPIRED -> lost("its lease ran out");
      case TIMED_OUT -> lost("it timed out");
      default -> lost(reason.label() + " by " + event.actor());
    };
  }

  private static @Nullable Instant dueAt(TaskEvent event, TaskBrowser browser) {
    return browser.get(event.task()).task().progress().dueAt();
  }
}
