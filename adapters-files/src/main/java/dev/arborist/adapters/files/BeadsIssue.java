package dev.arborist.adapters.files;

import dev.arborist.adapters.files.ImportedEdges.Role;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one issue of beads. */
final class BeadsIssue {

  /** The base priorities of beads' 0 (highest) to 4. */
  private static final int[] BASE_PRIORITIES = {10, 8, 5, 3, 0};

  private static final long PRIORITY_DEFAULT = 2;

  /** The fields that always have a place in a task or in the graph. */
  private static final List<String> MAPPED =
      List.of("description", "priority", "created_at", "updated_at", "dependencies");

  /** Goes into the payload when the summary could not take all of it. */
  private static final String TITLE = "title";

  /** Has a place only when the issue is closed; one that was opened again keeps it. */
  private static final String CLOSED_AT = "closed_at";

  private BeadsIssue() {}

  static ImportedTask read(int line, JsonRecord json) {
    TaskStatus status = status(json.requiredString("status"));
    return new ImportedTask(
        line,
        json.requiredString("id"),
        texts(json, status),
        schedule(json),
        status,
        required("created_at", TaskFields.iso(json, "created_at")),
        TaskFields.iso(json, "updated_at"),
        status.isOpen() ? null : TaskFields.iso(json, CLOSED_AT),
        edges(json));
  }

  private static Instant required(String name, @Nullable Instant value) {
    if (value == null) {
      throw new InvalidInputException("'" + name + "' is missing: it cannot be left out");
    }
    return value;
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

  private static ImportedTask.Texts texts(JsonRecord json, TaskStatus status) {
    String title = json.requiredString(TITLE);
    String summary = TextRules.cut(title);
    String description = json.string("description");
    boolean titleIsWhole = summary.equals(title);
    return new ImportedTask.Texts(
        summary,
        description == null || description.isBlank() ? title : description,
        null,
        json.objectOf(
            name ->
                switch (name) {
                  case TITLE -> !titleIsWhole;
                  case CLOSED_AT -> status.isOpen();
                  default -> !MAPPED.contains(name);
                }),
        "beads:" + json.requiredString("id"));
  }

  private static Schedule schedule(JsonRecord json) {
    long priority = Objects.requireNonNullElse(json.whole("priority"), PRIORITY_DEFAULT);
    if (priority < 0 || priority >= BASE_PRIORITIES.length) {
      throw new InvalidInputException("'priority' is " + priority + ": beads has 0 to 4");
    }
    return new Schedule(
        BASE_PRIORITIES[(int) priority],
        null,
        null,
        null,
        Schedule.MAX_RETRIES_DEFAULT,
        Schedule.TIMEOUT_DEFAULT);
  }

  private static List<ImportedEdges.Written> edges(JsonRecord json) {
    List<ImportedEdges.Written> edges = new ArrayList<>();
    for (JsonRecord.Value written : json.elements("dependencies")) {
      JsonRecord edge = JsonRecord.parse(written.written());
      String kind = edge.requiredString("type");
      Role role =
          switch (kind) {
            case "parent-child" -> Role.PARENT;
            case "blocks" -> Role.PREREQUISITE;
            default -> Role.NONE;
          };
      edges.add(new ImportedEdges.Written(edge.requiredString("depends_on_id"), role, kind));
    }
    return edges;
  }
}
