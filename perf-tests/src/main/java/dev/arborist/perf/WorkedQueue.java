package dev.arborist.perf;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A queue that has been worked on for a while: half of its tasks are done, some failed or were
 * cancelled, some wait for their time, a few are running; agents, workers, keys and deadlines are
 * spread over them.
 *
 * <p>The same size gives the same tasks everywhere, one created a second.
 */
final class WorkedQueue {

  /** The instant at which the first task was created: 2026-01-01T00:00:00Z. */
  static final Instant CREATED = Instant.ofEpochSecond(1_767_225_600);

  /** Long after any measurement: what ends then is still open. */
  private static final Instant FAR = CREATED.plus(Duration.ofDays(3_650));

  private static final long SEED = 1;
  private static final int AGENTS = 10;
  private static final int WORKERS = 100;
  private static final int KEY_ONE_IN = 10;
  private static final int DEADLINE_ONE_IN = 10;

  private final SplittableRandom random = new SplittableRandom(SEED + 1);
  private final TaskStatus[] statuses;

  private WorkedQueue(int size) {
    statuses = new TaskStatus[size + 1];
  }

  /** The tasks of such a queue as an import. */
  static TaskImport tasks(Workload workload) {
    WorkedQueue queue = new WorkedQueue(workload.size());
    List<TaskImport.Entry> entries = new ArrayList<>(workload.size());
    workload.tasks().forEach(task -> entries.add(queue.entry(entries.size() + 1, task)));
    return TaskImport.of(entries, true);
  }

  private TaskImport.Entry entry(int number, NewTask task) {
    TaskStatus status = status(random.nextInt(1_000));
    List<TaskNumber> prerequisites = prerequisites(task, status);
    statuses[number] = status;
    Instant created = CREATED.plusSeconds(number);
    Schedule schedule = schedule(task.schedule(), number, status);
    Task stored =
        new Task(
            TaskNumber.of(number),
            new TaskId(new UUID(SEED, number)),
            profile(task.profile(), number),
            schedule,
            progress(status, created, schedule.notBefore()),
            rank(schedule, task, created),
            created,
            created);
    return TaskImport.Entry.of(
        number, new TaskDetails(stored, task.prompt(), null, null, null, prerequisites, null));
  }

  private static TaskStatus status(int thousandth) {
    if (thousandth < 500) {
      return TaskStatus.COMPLETED;
    }
    if (thousandth < 530) {
      return TaskStatus.FAILED;
    }
    if (thousandth < 560) {
      return TaskStatus.CANCELLED;
    }
    if (thousandth < 600) {
      return TaskStatus.PENDING;
    }
    return thousandth < 602 ? TaskStatus.RUNNING : TaskStatus.READY;
  }

  /** An open task cannot wait for one that came to a bad end, a running one for none. */
  private List<TaskNumber> prerequisites(NewTask task, TaskStatus status) {
    return task.prerequisites().stream()
        .filter(number -> status.isTerminal() || mayWaitFor(number, status))
        .toList();
  }

  private boolean mayWaitFor(TaskNumber number, TaskStatus status) {
    return switch (statuses[(int) number.value()]) {
      case FAILED, CANCELLED -> false;
      case COMPLETED -> true;
      case PENDING, BLOCKED, READY, RUNNING -> status != TaskStatus.RUNNING;
    };
  }

  private TaskProfile profile(TaskProfile profile, int number) {
    return new TaskProfile(
        profile.summary(),
        profile.source(),
        "agent-" + random.nextInt(AGENTS),
        profile.branch(),
        null,
        profile.parent(),
        number % KEY_ONE_IN == 0 ? "key-" + number : null);
  }

  private static Schedule schedule(Schedule schedule, int number, TaskStatus status) {
    return new Schedule(
        schedule.basePriority(),
        number % DEADLINE_ONE_IN == 0 ? FAR.plusSeconds(number) : null,
        null,
        status == TaskStatus.PENDING ? FAR : null,
        schedule.maxRetries(),
        schedule.timeout());
  }

  private Progress progress(TaskStatus status, Instant created, @Nullable Instant due) {
    boolean running = status == TaskStatus.RUNNING;
    if (!running && !status.isTerminal()) {
      return Progress.unclaimed(status, due);
    }
    return new Progress(
        status,
        null,
        1,
        status == TaskStatus.FAILED ? 1 : 0,
        "worker-" + random.nextInt(WORKERS),
        running ? FAR : null,
        created,
        running ? null : created,
        null);
  }

  private static Rank rank(Schedule schedule, NewTask task, Instant created) {
    return PriorityPolicy.DEFAULT.rank(schedule, task.profile().source(), 0, 0, 0, created);
  }
}
