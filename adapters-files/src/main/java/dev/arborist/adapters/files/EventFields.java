package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events as JSON: those within a task without its number, all others with it. */
final class EventFields {

  private static final Set<String> WITHIN_TASK =
      TaskFields.names("sequence", "at", "actor", "reason", "from", "to", "token", "note");
  private static final Set<String> ALONE =
      TaskFields.names("sequence", "task", "at", "actor", "reason", "from", "to", "token", "note");

  private EventFields() {}

  /** Writes an event that names its task. */
  static void write(TaskEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("sequence", event.sequence());
    JsonOut.number("task", event.task(), json);
    rest(event, json);
  }

  /** Writes an event within its task. */
  static void writeWithinTask(TaskEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("sequence", event.sequence());
    rest(event, json);
  }

  private static void rest(TaskEvent event, JsonGenerator json) throws IOException {
    JsonOut.instant("at", event.at(), json);
    json.writeStringField("actor", event.actor());
    json.writeStringField("reason", event.reason().label());
    json.writeStringField("from", label(event.from()));
    json.writeStringField("to", label(event.to()));
    json.writeNumberField("token", event.token());
    json.writeStringField("note", event.note());
    json.writeEndObject();
  }

  private static @Nullable String label(@Nullable TaskStatus status) {
    return status == null ? null : status.label();
  }

  /** What a pruned task left: an event that leads nowhere. */
  static TaskEvent pruned(JsonRecord json) {
    json.requireOnly("what a pruned task left", ALONE);
    TaskEvent event = event(json, TaskNumber.of(json.requiredWhole("task")));
    if (event.reason() != EventReason.PRUNED || event.to() != null) {
      throw new InvalidInputException(
          "a pruned task leaves one event: its reason is pruned and its 'to' null");
    }
    return event;
  }

  /** The history within a task, ascending; empty when there is none. */
  static List<TaskEvent> history(JsonRecord task, TaskNumber number) {
    List<TaskEvent> events = new ArrayList<>();
    for (JsonRecord.Value element : task.elements("events")) {
      try {
        TaskEvent event = withinTask(JsonRecord.parse(element.written()), number);
        TaskEvent before = events.isEmpty() ? null : events.get(events.size() - 1);
        if (before != null && event.sequence() <= before.sequence()) {
          throw new InvalidInputException(
              "its sequence "
                  + event.sequence()
                  + " does not come after "
                  + before.sequence()
                  + ": put the events in order");
        }
        events.add(event);
      } catch (InvalidInputException e) {
        throw new InvalidInputException("event " + (events.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return events;
  }

  private static TaskEvent withinTask(JsonRecord json, TaskNumber number) {
    json.requireOnly("an event", WITHIN_TASK);
    TaskEvent event = event(json, number);
    if (event.reason() == EventReason.PRUNED || event.to() == null) {
      throw new InvalidInputException(
          "the history of a task that is there ends in a status: only a pruned task has none");
    }
    return event;
  }

  private static TaskEvent event(JsonRecord json, TaskNumber number) {
    return new TaskEvent(
        TaskFields.requiredNatural(json, "sequence"),
        number,
        TaskFields.requiredInstant(json, "at"),
        json.requiredString("actor"),
        EventReason.parse(json.requiredString("reason")),
        status(json.string("from")),
        status(json.string("to")),
        TaskFields.requiredNatural(json, "token"),
        json.string("note"));
  }

  private static @Nullable TaskStatus status(@Nullable String text) {
    return text == null ? null : TaskStatus.parse(text);
  }
}
