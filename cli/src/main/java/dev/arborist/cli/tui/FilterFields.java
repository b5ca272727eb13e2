package dev.arborist.cli.tui;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What tasks can be filtered by, for the form and for the line that says what is filtered. A new
 * field is an entry here.
 */
final class FilterFields {

  private FilterFields() {}

  /** The fields, holding the conditions of a filter. */
  static List<FormField> of(TaskFilter filter, Palette palette) {
    return List.of(
        new ChoiceField<>(
            "status",
            List.of(TaskStatus.values()),
            status -> palette.icon(status) + " " + status.label(),
            filter.statuses(),
            TaskFilter.Builder::statuses),
        new ChoiceField<>(
            "source",
            List.of(TaskSource.values()),
            TaskSource::label,
            filter.sources(),
            TaskFilter.Builder::sources),
        new TextField("agent type", filter.agentType(), TaskFilter.Builder::agentType),
        new TextField("branch", filter.branch(), TaskFilter.Builder::branch),
        new TextField("text", filter.text(), TaskFilter.Builder::text));
  }

  /** A filter in one line; not safe to show as it is. */
  static String text(TaskFilter filter, Palette palette) {
    return of(filter, palette).stream()
        .map(FormField::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
