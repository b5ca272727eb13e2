package dev.arborist.adapters.render.task;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.text.Colours;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.task.Task;
import java.util.List;

/** A list of tasks as lines: number, status, priority and summary. */
public final class TaskList {

  private static final int STATUS_WIDTH = "cancelled".length();
  private static final int PRIORITY_WIDTH = "100.0".length();

  private TaskList() {}

  /** The lines, each ended by a line break; empty for no tasks. */
  public static String render(List<Task> tasks, ColourDepth colours) {
    int numberWidth = tasks.stream().mapToInt(task -> number(task).length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Task task : tasks) {
      line(task, numberWidth, colours, text);
    }
    return text.toString();
  }

  private static String number(Task task) {
    return task.number().toString();
  }

  private static void line(Task task, int numberWidth, ColourDepth colours, StringBuilder text) {
    String status = task.status().label();
    String priority = Priority.format(task.rank().priority());
    text.append(" ".repeat(numberWidth - number(task).length())).append(number(task)).append("  ");
    text.append(Colours.of(task.status(), colours)).append(status);
    text.append(Colours.reset(colours));
    text.append(" ".repeat(STATUS_WIDTH - status.length() + 1));
    text.append(" ".repeat(PRIORITY_WIDTH - priority.length())).append(priority).append("  ");
    text.append(SafeText.of(task.profile().summary())).append('\n');
  }
}
