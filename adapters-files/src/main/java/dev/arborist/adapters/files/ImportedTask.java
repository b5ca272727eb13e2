package dev.arborist.adapters.files;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task of another tool, in the queue's terms but for its number and its neighbours.
 *
 * @param line where it was read
 * @param id what the other tool calls it
 * @param texts its texts
 * @param schedule what was asked of its scheduling
 * @param status the status that it arrives with; never RUNNING, because nobody here holds it
 * @param createdAt when it was created
 * @param updatedAt when it last changed; null for when it ended or was created
 * @param finishedAt when it came to an end; only in a terminal status
 * @param edges its edges to other tasks
 */
record ImportedTask(
    int line,
    String id,
    Texts texts,
    Schedule schedule,
    TaskStatus status,
    Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant finishedAt,
    List<ImportedEdges.Written> edges) {

  /**
   * The texts of a task.
   *
   * @param summary one line
   * @param prompt what is to be done
   * @param branch the branch of work that it belongs to
   * @param payload everything that has no place elsewhere, as JSON
   * @param key the key under which the queue refuses to take it again
   */
  record Texts(
      String summary,
      String prompt,
      @Nullable String branch,
      @Nullable String payload,
      String key) {}

  /**
   * The task with a number.
   *
   * @param parent the number of its parent, or 0
   */
  TaskImport.Entry toEntry(
      int number, TaskId taskId, int parent, List<TaskNumber> prerequisites, Instant now) {
    try {
      TaskNumber above = parent == 0 ? null : TaskNumber.of(parent);
      Task task = task(TaskNumber.of(number), taskId, above, now);
      return TaskImport.Entry.of(
          line,
          new TaskDetails(task, texts.prompt(), texts.payload(), null, null, prerequisites, null));
    } catch (InvalidInputException e) {
      throw TextLines.at(line, e);
    }
  }

  private Task task(TaskNumber number, TaskId taskId, @Nullable TaskNumber parent, Instant now) {
    return new Task(
        number,
        taskId,
        new TaskProfile(
            texts.summary(), TaskSource.HUMAN, null, texts.branch(), null, parent, texts.key()),
        schedule,
        progress(),
        PriorityPolicy.DEFAULT.rank(schedule, TaskSource.HUMAN, 0, 0, 0, now).frozen(),
        createdAt,
        Objects.requireNonNullElse(updatedAt, Objects.requireNonNullElse(finishedAt, createdAt)));
  }

  private Progress progress() {
    Instant dueAt = schedule.notBefore();
    if (status.isOpen()) {
      return Progress.unclaimed(status, dueAt);
    }
    Instant end =
        Objects.requireNonNullElse(finishedAt, Objects.requireNonNullElse(updatedAt, createdAt));
    return new Progress(status, dueAt, 0, 0, null, null, null, end, null);
  }
}
