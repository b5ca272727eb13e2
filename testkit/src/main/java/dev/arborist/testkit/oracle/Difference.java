package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where two values differ, down to the fields of records, one line each. */
final class Difference {

  private static final int SHOWN_MAX = 600;

  private final List<String> lines = new ArrayList<>();

  private Difference() {}

  /** One line for each field that differs; none when the values are equal. */
  static List<String> between(String name, @Nullable Object queue, @Nullable Object model) {
    Difference difference = new Difference();
    difference.compare(name, queue, model);
    return difference.lines;
  }

  private void compare(String name, @Nullable Object queue, @Nullable Object model) {
    if (Objects.equals(queue, model)) {
      return;
    }
    if (queue instanceof List<?> left && model instanceof List<?> right) {
      compareLists(name, left, right);
    } else if (isOpened(queue) && isOpened(model) && queue.getClass() == model.getClass()) {
      for (RecordComponent component : queue.getClass().getRecordComponents()) {
        compare(
            name + "." + component.getName(), valueOf(component, queue), valueOf(component, model));
      }
    } else {
      lines.add(name + ": the queue has " + shown(queue) + ", the model " + shown(model));
    }
  }

  private void compareLists(String name, List<?> queue, List<?> model) {
    for (int i = 0; i < Math.max(queue.size(), model.size()); i++) {
      String element = name + "[" + i + "]";
      if (i >= queue.size()) {
        lines.add(element + ": only the model has " + shown(model.get(i)));
      } else if (i >= model.size()) {
        lines.add(element + ": only the queue has " + shown(queue.get(i)));
      } else {
        compare(element, queue.get(i), model.get(i));
      }
    }
  }

  private static boolean isOpened(@Nullable Object value) {
    return value instanceof Record && !(value instanceof TaskNumber || value instanceof TaskId);
  }

  private static Object valueOf(RecordComponent component, Object holder) {
    try {
      return component.getAccessor().invoke(holder);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + component, e);
    }
  }

  private static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
  }
}
