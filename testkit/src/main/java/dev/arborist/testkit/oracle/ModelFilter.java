package dev.arborist.testkit.oracle;

import dev.arborist.domain.query.TaskFilter;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a task of the model meets every condition of a filter. */
final class ModelFilter {

  private static final int ASCII_END = 0x80;

  private final ModelState state;
  private final TaskFilter filter;
  private final Instant now;

  ModelFilter(ModelState state, TaskFilter filter, Instant now) {
    this.state = state;
    this.filter = filter;
    this.now = now;
  }

  boolean matches(ModelTask task) {
    return (filter.statuses().isEmpty() || filter.statuses().contains(task.statusAt(now)))
        && (filter.sources().isEmpty() || filter.sources().contains(task.profile.source()))
        && equal(filter.agentType(), task.profile.agentType())
        && equal(filter.worker(), task.worker)
        && equal(filter.key(), task.profile.idempotencyKey())
        && equal(filter.parent(), task.profile.parent())
        && isWithin(task)
        && textsMatch(task)
        && (filter.createdFrom() == null || !task.createdAt.isBefore(filter.createdFrom()))
        && (filter.createdBefore() == null || task.createdAt.isBefore(filter.createdBefore()));
  }

  private static boolean equal(@Nullable Object wanted, @Nullable Object value) {
    return wanted == null || Objects.equals(wanted, value);
  }

  private boolean isWithin(ModelTask task) {
    if (filter.within() == null) {
      return true;
    }
    ModelTask root = state.tasks.get(filter.within());
    return root != null && state.isWithin(task, root);
  }

  private boolean textsMatch(ModelTask task) {
    boolean branch =
        filter.branch() == null
            || (task.profile.branch() != null && contains(task.profile.branch(), filter.branch()));
    boolean text =
        filter.text() == null
            || contains(task.profile.summary(), filter.text())
            || contains(task.prompt, filter.text());
    return branch && text;
  }

  /**
   * Whether one text contains another, whatever the case of its letters, code point by code point.
   */
  static boolean contains(String text, String part) {
    int[] within = text.codePoints().map(ModelFilter::fold).toArray();
    int[] wanted = part.codePoints().map(ModelFilter::fold).toArray();
    for (int from = 0; from + wanted.length <= within.length; from++) {
      int same = 0;
      while (same < wanted.length && within[from + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }

  /** Upper case, then lower case; but what is outside ASCII stays outside. */
  private static int fold(int codePoint) {
    int folded = Character.toLowerCase(Character.toUpperCase(codePoint));
    return codePoint >= ASCII_END && folded < ASCII_END ? codePoint : folded;
  }
}
