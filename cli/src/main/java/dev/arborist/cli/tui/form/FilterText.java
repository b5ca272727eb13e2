package dev.arborist.cli.tui.form;

import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.domain.query.TaskFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks for, in one line; not safe to show as it is. Every condition that there is has
 * its words here.
 */
public final class FilterText {

  private final List<String> conditions = new ArrayList<>();

  private FilterText() {}

  public static String of(TaskFilter filter, Palette palette) {
    FilterText text = new FilterText();
    text.choice("status", filter.statuses(), one -> palette.icon(one) + " " + one.label());
    text.choice("source", filter.sources(), one -> one.label());
    text.quoted("agent type", filter.agentType());
    text.quoted("branch", filter.branch());
    text.quoted("text", filter.text());
    text.value("children of", filter.parent());
    text.value("within", filter.within());
    text.quoted("worker", filter.worker());
    text.quoted("key", filter.key());
    text.value("created from", filter.createdFrom());
    text.value("created before", filter.createdBefore());
    return String.join(", ", text.conditions);
  }

  private <T> void choice(String name, Collection<T> chosen, Function<T, String> label) {
    if (!chosen.isEmpty()) {
      value(name, chosen.stream().map(label).collect(Collectors.joining(" or ")));
    }
  }

  private void quoted(String name, @Nullable String text) {
    value(name, text == null ? null : "\"" + text + "\"");
  }

  private void value(String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(name + " " + value);
    }
  }
}
