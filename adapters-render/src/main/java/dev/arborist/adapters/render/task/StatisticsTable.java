package dev.arborist.adapters.render.task;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.text.Colours;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.QueueStatistics.Mark;
import dev.arborist.domain.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** A queue at a glance: a line for each status, then what stands out. */
public final class StatisticsTable {

  private static final String MEAN = "mean open priority";
  private static final int NAME_WIDTH = MEAN.length();

  private final StringBuilder text = new StringBuilder();
  private final ColourDepth colours;
  private final int valueWidth;

  private StatisticsTable(ColourDepth colours, int valueWidth) {
    this.colours = colours;
    this.valueWidth = valueWidth;
  }

  /** The table, ended by a line break. */
  public static String render(QueueStatistics statistics, ColourDepth colours) {
    String mean = Priority.format(statistics.meanOpenPriority());
    int width = Math.max(mean.length(), String.valueOf(statistics.total()).length());
    StatisticsTable table = new StatisticsTable(colours, width);
    for (TaskStatus status : TaskStatus.values()) {
      table.line(
          status.label(), Colours.of(status, colours), String.valueOf(statistics.count(status)));
    }
    table.line("total", "", String.valueOf(statistics.total()));
    table.line(MEAN, "", mean);
    table.line("greatest depth", "", String.valueOf(statistics.maxDepth()));
    table.text("weights", statistics.policy().label());
    table.mark("oldest ready", statistics.oldestReady());
    table.mark("newest", statistics.newest());
    table.mark("longest running", statistics.oldestLease());
    return table.text.toString();
  }

  private void line(String name, String start, String value) {
    text.append(start).append(name).append(start.isEmpty() ? "" : Colours.reset(colours));
    text.append(" ".repeat(NAME_WIDTH - name.length() + 2));
    text.append(" ".repeat(valueWidth - value.length())).append(value).append('\n');
  }

  private void mark(String name, @Nullable Mark mark) {
    if (mark != null) {
      text(name, mark.number() + " since " + mark.at());
    }
  }

  private void text(String name, String value) {
    text.append(name).append(" ".repeat(NAME_WIDTH - name.length() + 2));
    text.append(value).append('\n');
  }
}
