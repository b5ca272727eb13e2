package dev.arborist.cli.tui;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter in one line; not safe to show as it is. */
final class FilterText {

  private FilterText() {}

  static String of(TaskFilter filter) {
    List<String> parts = new ArrayList<>();
    if (!filter.statuses().isEmpty()) {
      parts.add(
          filter.statuses().stream().map(TaskStatus::label).collect(Collectors.joining(" or ")));
    }
    if (!filter.sources().isEmpty()) {
      parts.add(
          "source "
              + filter.sources().stream()
                  .map(TaskSource::label)
                  .collect(Collectors.joining(" or ")));
    }
    add(parts, "agent type", filter.agentType());
    add(parts, "branch", filter.branch());
    add(parts, "text", filter.text());
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(name + " \"" + value + "\"");
    }
  }
}
