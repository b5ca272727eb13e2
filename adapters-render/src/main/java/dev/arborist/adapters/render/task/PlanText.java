package dev.arborist.adapters.render.task;

import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;

/** An execution plan as lines: one for each batch, in the order in which they can run. */
public final class PlanText {

  private PlanText() {}

  /** The lines, each ended by a line break. */
  public static String render(ExecutionPlan plan) {
    List<List<TaskNumber>> batches = plan.batches();
    if (batches.isEmpty()) {
      return "nothing is open\n";
    }
    int width = String.valueOf(batches.size()).length();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < batches.size(); i++) {
      String place = String.valueOf(i + 1);
      text.append(" ".repeat(width - place.length())).append(place).append(' ');
      for (TaskNumber number : batches.get(i)) {
        text.append(' ').append(number);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
