package dev.arborist.cli.tui.form;

import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.util.List;

/** What can be changed of a filter by its form. A new field is an entry here. */
public final class FilterFields {

  private FilterFields() {}

  /** The fields, holding the conditions of a filter. */
  public static List<FormField> of(TaskFilter filter, Palette palette) {
    return List.of(
        new ChoiceField<>(
            "status",
            List.of(TaskStatus.values()),
            status -> palette.icon(status) + " " + status.label(),
            filter.statuses(),
            (builder, chosen) -> builder.anyStatus().statuses(chosen)),
        new ChoiceField<>(
            "source",
            List.of(TaskSource.values()),
            TaskSource::label,
            filter.sources(),
            (builder, chosen) -> builder.anySource().sources(chosen)),
        new TextField("agent type", filter.agentType(), TaskFilter.Builder::agentType),
        new TextField("branch", filter.branch(), TaskFilter.Builder::branch),
        new TextField("text", filter.text(), TaskFilter.Builder::text));
  }

  /** What a filter asks for besides what has a field. */
  public static TaskFilter rest(TaskFilter filter) {
    return filter.toBuilder()
        .anyStatus()
        .anySource()
        .agentType(null)
        .branch(null)
        .text(null)
        .build();
  }
}
