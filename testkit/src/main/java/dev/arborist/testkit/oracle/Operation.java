package dev.arborist.testkit.oracle;

import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.upkeep.PruneRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can be done to the queue and to its model alike. */
sealed interface Operation {

  /** Does it, and gives what is to be the same on both sides. */
  @Nullable Object run(Subject on);

  /** Time goes by. */
  record Advance(Duration by) implements Operation {
    @Override
    public @Nullable Object run(Subject on) {
      on.clock().advance(by);
      return null;
    }
  }

  record Enqueue(NewTask task) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().enqueue(task);
    }

    @Override
    public String toString() {
      return "Enqueue " + Wording.of(task);
    }
  }

  record EnqueueAll(TaskBatch batch) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().enqueueAll(batch);
    }

    @Override
    public String toString() {
      return "EnqueueAll " + Wording.of(batch);
    }
  }

  record ClaimTasks(String worker, int count, Duration lease, ClaimFilter filter)
      implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().claim(worker, count, lease, filter);
    }
  }

  record Heartbeat(TaskNumber number, long token, Duration lease) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().heartbeat(number, token, lease);
    }
  }

  record Complete(TaskNumber number, long token, @Nullable String result) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().complete(number, token, result);
    }
  }

  record Fail(TaskNumber number, long token, @Nullable String error, boolean permanently)
      implements Operation {
    @Override
    public Object run(Subject on) {
      return permanently
          ? on.queue().failPermanently(number, token, error)
          : on.queue().fail(number, token, error);
    }
  }

  record Release(TaskNumber number, long token) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().release(number, token);
    }
  }

  record Cancel(TaskNumber number, @Nullable Long token) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().cancel(number, token);
    }
  }

  record CancelSubtree(TaskNumber number) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().cancelSubtree(number);
    }
  }

  record Retry(TaskNumber number) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().retry(number);
    }
  }

  record Link(TaskNumber dependent, TaskNumber prerequisite) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().link(dependent, prerequisite);
    }
  }

  record Unlink(TaskNumber dependent, TaskNumber prerequisite) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().unlink(dependent, prerequisite);
    }
  }

  /** A change; the text says which, because the update itself does not. */
  record Update(TaskNumber number, TaskUpdate update, String text) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.queue().update(number, update);
    }

    @Override
    public String toString() {
      return "Update " + number + " " + text;
    }
  }

  record Prune(PruneRequest request) implements Operation {
    @Override
    public Object run(Subject on) {
      return on.upkeep().prune(request);
    }
  }

  /** Every page of a list, from the first to the last. */
  record ListPages(TaskQuery query) implements Operation {

    private static final int PAGES_MAX = 1_000;

    @Override
    public Object run(Subject on) {
      List<TaskPage> pages = new ArrayList<>();
      pages.add(on.browser().list(query));
      while (pages.get(pages.size() - 1).next() != null && pages.size() < PAGES_MAX) {
        pages.add(on.browser().list(query.after(pages.get(pages.size() - 1).next())));
      }
      return pages;
    }
  }

  /** What concerns the whole queue. */
  record Glance() implements Operation {
    @Override
    public Object run(Subject on) {
      return List.of(on.browser().statistics(), on.browser().plan(), on.browser().nextDue());
    }
  }

  /** Everything that can be read about one task. */
  record LookAt(TaskNumber number) implements Operation {
    @Override
    public Object run(Subject on) {
      return List.of(
          on.browser().get(number),
          on.browser().explain(number),
          on.browser().prerequisites(number),
          on.browser().dependents(number),
          on.browser().plan(number),
          Snapshot.unnumbered(on.browser().events(new EventQuery(number, 0, 3))),
          Snapshot.unnumbered(on.browser().events(new EventQuery(number, 0, 2, true))));
    }
  }

  /** What the doctor finds, which should be nothing. */
  record Diagnose() implements Operation {
    @Override
    public Object run(Subject on) {
      return on.upkeep().diagnose(false).findings();
    }
  }
}
