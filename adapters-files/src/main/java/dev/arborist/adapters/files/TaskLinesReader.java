package dev.arborist.adapters.files;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskImport.Entry;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link TaskLinesWriter} writes; lines may also be written by hand.
 *
 * <p>Only {@code number} and a {@code prompt} or a {@code summary} are required; everything else
 * has the value that a new task would have. Fields that do not exist are refused, because a
 * misspelt one would be lost without a word.
 */
public final class TaskLinesReader {

  private static final long NANOS_PER_MICRO = 1_000;

  private static final Set<String> FIELDS =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
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
                  "updatedAt")));

  private final IdSource ids;
  private final Instant now;

  /**
   * A reader.
   *
   * @param ids where tasks without an id get one
   * @param now the time of creation of tasks without one
   */
  public TaskLinesReader(IdSource ids, Instant now) {
    this.ids = ids;
    this.now = EpochMicros.truncate(now);
  }

  /**
   * Reads all lines.
   *
   * @param progress told the number of each line that was read
   * @throws InvalidInputException naming the first line that cannot be read as a task
   */
  public TaskImport read(InputStream in, IntConsumer progress) throws IOException {
    List<Entry> entries = new ArrayList<>();
    TextLines.read(
        in,
        progress,
        line -> entries.add(new Entry(line.number(), task(JsonRecord.parse(line.text())))));
    return new TaskImport(entries, false);
  }

  private TaskDetails task(JsonRecord json) {
    json.requireOnly(FIELDS);
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
    Instant createdAt = Objects.requireNonNullElse(instant(json, "createdAt"), now);
    Task task =
        new Task(
            TaskNumber.of(number),
            id == null ? ids.next() : TaskId.parse(id),
            profile,
            schedule,
            progress(json, schedule),
            rank(json, profile, schedule),
            createdAt,
            Objects.requireNonNullElse(instant(json, "updatedAt"), createdAt));
    return new TaskDetails(
        task,
        prompt,
        json.written("payload"),
        json.written("result"),
        json.string("error"),
        prerequisites(json));
  }

  private static TaskProfile profile(JsonRecord json, String summary) {
    String source = json.string("source");
    return new TaskProfile(
        summary,
        source == null ? TaskSource.HUMAN : TaskSource.parse(source),
        json.string("agentType"),
        json.string("branch"),
        json.string("session"),
        taskNumber(json, "parent"),
        json.string("idempotencyKey"));
  }

  private static Schedule schedule(JsonRecord json) {
    return new Schedule(
        small(json, "basePriority", Schedule.BASE_PRIORITY_DEFAULT),
        instant(json, "deadline"),
        duration(json, "estimate"),
        instant(json, "notBefore"),
        small(json, "maxRetries", Schedule.MAX_RETRIES_DEFAULT),
        Objects.requireNonNullElse(duration(json, "timeout"), Schedule.TIMEOUT_DEFAULT));
  }

  private static Progress progress(JsonRecord json, Schedule schedule) {
    String status = json.string("status");
    Instant dueAt = instant(json, "dueAt");
    return new Progress(
        status == null ? TaskStatus.READY : TaskStatus.parse(status),
        dueAt == null ? schedule.notBefore() : dueAt,
        Objects.requireNonNullElse(natural(json, "token"), 0L),
        small(json, "failures", 0),
        json.string("worker"),
        instant(json, "leaseUntil"),
        instant(json, "startedAt"),
        instant(json, "finishedAt"),
        taskNumber(json, "cause"));
  }

  /** Only the last priority of a terminal task is kept by an import, so only that is read. */
  private Rank rank(JsonRecord json, TaskProfile profile, Schedule schedule) {
    Rank fresh = PriorityPolicy.DEFAULT.rank(schedule, profile.source(), 0, 0, 0, now);
    return new Rank(small(json, "priority", fresh.priority()), 0, 0, 0, null);
  }

  private static List<TaskNumber> prerequisites(JsonRecord json) {
    return json.elements("prerequisites").stream()
        .map(TaskNumber::parse)
        .distinct()
        .sorted()
        .toList();
  }

  private static @Nullable TaskNumber taskNumber(JsonRecord json, String name) {
    Long value = json.whole(name);
    return value == null ? null : TaskNumber.of(value);
  }

  private static @Nullable Instant instant(JsonRecord json, String name) {
    Long value = natural(json, name);
    return value == null ? null : EpochMicros.toInstant(value);
  }

  private static @Nullable Duration duration(JsonRecord json, String name) {
    Long value = natural(json, name);
    if (value != null && value > Schedule.DURATION_MAX.toNanos() / NANOS_PER_MICRO) {
      throw new InvalidInputException("'" + name + "' is over ten years: give microseconds");
    }
    return value == null ? null : Duration.ofNanos(value * NANOS_PER_MICRO);
  }

  private static int small(JsonRecord json, String name, int whenAbsent) {
    Long value = natural(json, name);
    if (value != null && value > Integer.MAX_VALUE) {
      throw new InvalidInputException("'" + name + "' is out of range: " + value);
    }
    return value == null ? whenAbsent : value.intValue();
  }

  private static @Nullable Long natural(JsonRecord json, String name) {
    Long value = json.whole(name);
    if (value != null && value < 0) {
      throw new InvalidInputException("'" + name + "' is negative: " + value);
    }
    return value;
  }
}
