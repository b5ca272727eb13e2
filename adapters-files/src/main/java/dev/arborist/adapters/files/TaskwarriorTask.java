package dev.arborist.adapters.files;

import dev.arborist.adapters.files.ImportedEdges.Role;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TextRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one task of Taskwarrior. */
final class TaskwarriorTask {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int HIGH = 8;
  private static final int MEDIUM = 5;
  private static final int LOW = 3;

  private final JsonRecord json;
  private final TaskStatus status;

  /** The fields that have found their place; all others go into the payload. */
  private final Set<String> placed =
      new LinkedHashSet<>(
          List.of("uuid", "status", "description", "entry", "modified", "project", "depends"));

  private TaskwarriorTask(JsonRecord json) {
    this.json = json;
    status = status(json.requiredString("status"));
  }

  /** Whether this is a template, from which Taskwarrior makes tasks of their own. */
  static boolean isTemplate(JsonRecord json) {
    return "recurring".equals(json.string("status"));
  }

  /** The id of a task as the queue writes it. */
  static String id(JsonRecord json) {
    return TaskId.parse(json.requiredString("uuid")).toString();
  }

  static ImportedTask read(int line, JsonRecord json) {
    return new TaskwarriorTask(json).toTask(line);
  }

  /** When a task was entered. */
  static Instant entry(JsonRecord json) {
    json.requiredString("entry");
    return Objects.requireNonNull(time(json, "entry"));
  }

  private ImportedTask toTask(int line) {
    Schedule schedule = schedule();
    Instant end = status.isOpen() ? null : place("end");
    return new ImportedTask(
        line,
        id(json),
        texts(),
        schedule,
        status,
        entry(json),
        time(json, "modified"),
        end,
        edges());
  }

  /**
   * A task that has been started arrives ready like any other: whoever works on it holds no lease.
   */
  private static TaskStatus status(String status) {
    return switch (status) {
      case "pending", "waiting" -> TaskStatus.READY;
      case "completed" -> TaskStatus.COMPLETED;
      case "deleted" -> TaskStatus.CANCELLED;
      default ->
          throw new InvalidInputException(
              "'status' is '"
                  + TextRules.cut(status)
                  + "': Taskwarrior has pending, waiting, completed, deleted and recurring");
    };
  }

  /** To be called when everything else has been placed. */
  private ImportedTask.Texts texts() {
    String description = TextRules.prompt(json.requiredString("description"));
    String payload = json.objectOf(name -> !placed.contains(name));
    return new ImportedTask.Texts(
        TextRules.summarise(description),
        description,
        json.string("project"),
        payload.equals("{}") ? null : payload,
        "taskwarrior:" + id(json));
  }

  private Schedule schedule() {
    return new Schedule(
        basePriority(),
        place("due"),
        null,
        notBefore(),
        Schedule.MAX_RETRIES_DEFAULT,
        Schedule.TIMEOUT_DEFAULT);
  }

  /** A value of one's own, which Taskwarrior can be told to have, is kept in the payload. */
  private int basePriority() {
    String priority = Objects.requireNonNullElse(json.string("priority"), "");
    int base =
        switch (priority) {
          case "H" -> HIGH;
          case "M", "" -> MEDIUM;
          case "L" -> LOW;
          default -> 0;
        };
    if (base > 0) {
      placed.add("priority");
    }
    return base > 0 ? base : Schedule.BASE_PRIORITY_DEFAULT;
  }

  /** The later of the two; the earlier is kept in the payload. */
  private @Nullable Instant notBefore() {
    Instant wait = time(json, "wait");
    Instant scheduled = time(json, "scheduled");
    boolean waitIsLater = scheduled == null || (wait != null && wait.compareTo(scheduled) >= 0);
    return place(waitIsLater ? "wait" : "scheduled");
  }

  private @Nullable Instant place(String name) {
    placed.add(name);
    return time(json, name);
  }

  private static @Nullable Instant time(JsonRecord json, String name) {
    String text = json.string(name);
    if (text == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          "'" + name + "' is no time of Taskwarrior: write it as 20260131T120000Z", e);
    }
  }

  private List<ImportedEdges.Written> edges() {
    List<String> targets = new ArrayList<>();
    String old = json.isText("depends") ? json.string("depends") : null;
    if (old == null) {
      for (JsonRecord.Value element : json.elements("depends")) {
        if (!element.isText()) {
          throw new InvalidInputException("'depends' holds something else than UUIDs in quotes");
        }
        targets.add(element.text());
      }
    } else if (!old.isBlank()) {
      targets.addAll(List.of(old.split(",", -1)));
    }
    return targets.stream()
        .map(target -> TaskId.parse(target.strip()).toString())
        .distinct()
        .map(target -> new ImportedEdges.Written(target, Role.PREREQUISITE, "depends"))
        .toList();
  }
}
