package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.EpochMicros;
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
import dev.arborist.domain.task.TextRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One issue of beads.
 *
 * @param line where it was read
 * @param id its id, such as {@code bd-a1b2}
 * @param createdAt when it was created
 * @param status the status that its task arrives with
 * @param edges its edges to other issues
 * @param json all of its fields
 */
record BeadsIssue(
    int line, String id, Instant createdAt, TaskStatus status, List<Edge> edges, JsonRecord json) {

  /** The base priorities of beads' 0 (highest) to 4. */
  private static final int[] BASE_PRIORITIES = {10, 8, 5, 3, 0};

  private static final long PRIORITY_DEFAULT = 2;

  /** The fields that have a place in a task or in the graph; all others go into the payload. */
  private static final List<String> MAPPED =
      List.of(
          "title",
          "description",
          "priority",
          "created_at",
          "updated_at",
          "closed_at",
          "dependencies");

  /** An edge to another issue, as written. */
  record Edge(String target, String kind) {}

  static BeadsIssue parse(int line, JsonRecord json) {
    String id = json.requiredString("id");
    Instant createdAt = Objects.requireNonNull(instant(json, "created_at", true));
    List<Edge> edges = new ArrayList<>();
    for (String written : json.elements("dependencies")) {
      JsonRecord edge = JsonRecord.parse(written);
      edges.add(new Edge(edge.requiredString("depends_on_id"), edge.requiredString("type")));
    }
    return new BeadsIssue(line, id, createdAt, status(json.requiredString("status")), edges, json);
  }

  /**
   * Only the ends are taken over; whether an open issue is ready or blocked follows from its edges.
   */
  private static TaskStatus status(String status) {
    return switch (status) {
      case "closed" -> TaskStatus.COMPLETED;
      case "tombstone" -> TaskStatus.CANCELLED;
      default -> TaskStatus.READY;
    };
  }

  /** The task with this number; parent 0 stands for none. */
  TaskImport.Entry toEntry(
      int number, TaskId taskId, int parent, int[] prerequisites, Instant now) {
    try {
      return new TaskImport.Entry(line, toTask(number, taskId, parent, prerequisites, now));
    } catch (InvalidInputException e) {
      throw new InvalidInputException("line " + line + ": " + e.getMessage(), e);
    }
  }

  private TaskDetails toTask(
      int number, TaskId taskId, int parent, int[] prerequisites, Instant now) {
    String title = json.requiredString("title");
    String summary = TextRules.cut(title);
    String description = json.string("description");
    Instant updatedAt = Objects.requireNonNullElse(instant(json, "updated_at", false), createdAt);
    Schedule schedule =
        new Schedule(
            basePriority(),
            null,
            null,
            null,
            Schedule.MAX_RETRIES_DEFAULT,
            Schedule.TIMEOUT_DEFAULT);
    Task task =
        new Task(
            TaskNumber.of(number),
            taskId,
            new TaskProfile(
                summary,
                TaskSource.HUMAN,
                null,
                null,
                null,
                parent == 0 ? null : TaskNumber.of(parent),
                "beads:" + id),
            schedule,
            progress(updatedAt),
            PriorityPolicy.DEFAULT.rank(schedule, TaskSource.HUMAN, 0, 0, 0, now).frozen(),
            createdAt,
            updatedAt);
    return new TaskDetails(
        task,
        description == null || description.isBlank() ? title : description,
        payload(summary.equals(title)),
        null,
        null,
        Arrays.stream(prerequisites).mapToObj(TaskNumber::of).toList());
  }

  private int basePriority() {
    long priority = Objects.requireNonNullElse(json.whole("priority"), PRIORITY_DEFAULT);
    if (priority < 0 || priority >= BASE_PRIORITIES.length) {
      throw new InvalidInputException("'priority' is " + priority + ": beads has 0 to 4");
    }
    return BASE_PRIORITIES[(int) priority];
  }

  private Progress progress(Instant updatedAt) {
    if (status.isOpen()) {
      return Progress.unclaimed(status, null);
    }
    Instant end = Objects.requireNonNullElse(instant(json, "closed_at", false), updatedAt);
    return new Progress(status, null, 0, 0, null, null, null, end, null);
  }

  /** Every field that has no place elsewhere, as it was written. */
  private String payload(boolean titleIsWhole) {
    StringBuilder payload = new StringBuilder("{");
    for (String name : json.names()) {
      boolean kept = !MAPPED.contains(name) || (name.equals("title") && !titleIsWhole);
      String written = json.written(name);
      if (kept && written != null) {
        payload.append(payload.length() == 1 ? "" : ",");
        payload.append('"').append(escape(name)).append("\":").append(written);
      }
    }
    return payload.append('}').toString();
  }

  private static String escape(String name) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(name));
  }

  private static @Nullable Instant instant(JsonRecord json, String name, boolean required) {
    String text = required ? json.requiredString(name) : json.string(name);
    if (text == null) {
      return null;
    }
    try {
      return EpochMicros.truncate(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          "'" + name + "' is no time: write it as 2026-01-31T12:00:00Z", e);
    }
  }
}
