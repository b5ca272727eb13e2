package dev.arborist.adapters.render.task;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events as lines: sequence, time, task, what became what, why and by whom.
 *
 * <p>Nothing is aligned, so that events that follow later look like those before.
 */
public final class EventList {

  private EventList() {}

  /** The lines, each ended by a line break; empty for no events. */
  public static String render(List<TaskEvent> events) {
    StringBuilder text = new StringBuilder();
    for (TaskEvent event : events) {
      line(event, text);
    }
    return text.toString();
  }

  private static void line(TaskEvent event, StringBuilder text) {
    text.append(event.sequence()).append("  ").append(event.at()).append("  ");
    text.append(event.task()).append("  ").append(change(event.from(), event.to())).append("  ");
    text.append(event.reason().label().replace('_', ' '));
    text.append(" by ").append(SafeText.of(event.actor()));
    if (event.token() > 0) {
      text.append(", token ").append(event.token());
    }
    if (event.note() != null) {
      text.append(": ").append(SafeText.of(event.note()));
    }
    text.append('\n');
  }

  private static String change(@Nullable TaskStatus from, @Nullable TaskStatus to) {
    if (to == null) {
      return (from == null ? "" : from.label() + " -> ") + "gone";
    }
    return from == null ? "new -> " + to.label() : from.label() + " -> " + to.label();
  }
}
