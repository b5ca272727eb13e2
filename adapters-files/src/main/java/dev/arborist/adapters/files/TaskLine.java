package dev.arborist.adapters.files;

import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TextRules;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the line of a task. */
final class TaskLine {

  private static final Set<String> FIELDS =
      TaskFields.names(
          "number",
          "id",
          "status",
          "priority",
          "depth",
          "summary",
          "prompt",
          "source",
          "agentType",
          "branch",
          "session",
          "parent",
          "prerequisites",
          "basePriority",
          "deadline",
          "estimate",
          "notBefore",
          "maxRetries",
          "timeout",
          "payload",
          "result",
          "error",
          "idempotencyKey",
          "dueAt",
          "token",
          "failures",
          "worker",
          "leaseUntil",
          "startedAt",
          "finishedAt",
          "cause",
          "createdAt",
          "updatedAt",
          "fingerprint",
          "events");

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

  private final IdSource ids;
  private final Instant now;

  TaskLine(IdSource ids, Instant now) {
    this.ids = ids;
    this.now = now;
  }

  /** The task of a line, without its events. */
  TaskDetails read(JsonRecord json) {
    json.requireOnly("a task", FIELDS);
    Long number = json.whole("number");
    if (number == null) {
      throw new InvalidInputException("'number' is missing: other lines refer to a task by it");
    }
    String summary = json.string("summary");
    String prompt = json.string("prompt");
    if (prompt == null) {
      prompt = summary;
    }
    if (prompt == null) {
      throw new InvalidInputException("'prompt' is missing: say what is to be done");
    }
    TaskProfile profile = profile(json, summary == null ? TextRules.summarise(prompt) : summary);
    Schedule schedule = schedule(json);
    String id = json.string("id");
    Instant createdAt = Objects.requireNonNullElse(TaskFields.instant(json, "createdAt"), now);
    Task task =
        new Task(
            TaskNumber.of(number),
            id == null ? ids.next() : TaskId.parse(id),
            profile,
            schedule,
            progress(json, schedule),
            rank(json, profile, schedule),
            createdAt,
            Objects.requireNonNullElse(TaskFields.instant(json, "updatedAt"), createdAt));
    NewTask asNew =
        new NewTask(profile, schedule, prompt, json.json("payload"), prerequisites(json));
    return new TaskDetails(
        task,
        prompt,
        asNew.payload(),
        json.json("result"),
        json.string("error"),
        asNew.prerequisites(),
        fingerprint(json, asNew));
  }

  private static TaskProfile profile(JsonRecord json, String summary) {
    String source = json.string("source");
    return new TaskProfile(
        summary,
        source == null ? TaskSource.HUMAN : TaskSource.parse(source),
        json.string("agentType"),
        json.string("branch"),
        json.string("session"),
        TaskFields.taskNumber(json, "parent"),
        json.string("idempotencyKey"));
  }

  private static Schedule schedule(JsonRecord json) {
    return new Schedule(
        TaskFields.small(json, "basePriority", Schedule.BASE_PRIORITY_DEFAULT),
        TaskFields.instant(json, "deadline"),
        TaskFields.duration(json, "estimate"),
        TaskFields.instant(json, "notBefore"),
        TaskFields.small(json, "maxRetries", Schedule.MAX_RETRIES_DEFAULT),
        Objects.requireNonNullElse(TaskFields.duration(json, "timeout"), Schedule.TIMEOUT_DEFAULT));
  }

  private static Progress progress(JsonRecord json, Schedule schedule) {
    String status = json.string("status");
    Instant dueAt = TaskFields.instant(json, "dueAt");
    return new Progress(
        status == null ? TaskStatus.READY : TaskStatus.parse(status),
        dueAt == null && !json.has("dueAt") ? schedule.notBefore() : dueAt,
        Objects.requireNonNullElse(TaskFields.natural(json, "token"), 0L),
        TaskFields.small(json, "failures", 0),
        json.string("worker"),
        TaskFields.instant(json, "leaseUntil"),
        TaskFields.instant(json, "startedAt"),
        TaskFields.instant(json, "finishedAt"),
        TaskFields.taskNumber(json, "cause"));
  }

  /** An import computes depths, and the priorities of open tasks, afresh. */
  private Rank rank(JsonRecord json, TaskProfile profile, Schedule schedule) {
    int depth = TaskFields.small(json, "depth", 0);
    if (depth > Rank.DEPTH_MAX) {
      throw new InvalidInputException(
          "the depth is " + depth + ": give 0 to " + Rank.DEPTH_MAX + ", or leave it out");
    }
    Rank fresh = PriorityPolicy.DEFAULT.rank(schedule, profile.source(), depth, 0, 0, now);
    return new Rank(TaskFields.small(json, "priority", fresh.priority()), depth, 0, 0, null);
  }

  private static List<TaskNumber> prerequisites(JsonRecord json) {
    return json.elements("prerequisites").stream()
        .map(element -> TaskNumber.parse(element.written()))
        .toList();
  }

  /** A line by hand has none, and what it says is what was enqueued; a null is kept. */
  private static @Nullable Long fingerprint(JsonRecord json, NewTask asNew) {
    boolean hasKey = asNew.profile().idempotencyKey() != null;
    String digits = json.string("fingerprint");
    if (digits == null) {
      return hasKey && !json.has("fingerprint") ? asNew.fingerprint() : null;
    }
    if (!FINGERPRINT.matcher(digits).matches()) {
      throw new InvalidInputException(
          "'fingerprint' is not 16 digits from 0 to f: leave it out of lines written by hand");
    }
    if (!hasKey) {
      throw new InvalidInputException(
          "'fingerprint' stands without an 'idempotencyKey': leave it out");
    }
    return HexFormat.fromHexDigitsToLong(digits);
  }
}
