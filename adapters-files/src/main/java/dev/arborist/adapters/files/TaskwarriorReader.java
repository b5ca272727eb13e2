package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Reads what {@code task export} writes: an array of tasks, or one task a line as older versions of
 * Taskwarrior have it.
 *
 * <p>Tasks keep their UUIDs. They are ordered by entry, then by UUID, so the order in the file does
 * not matter. Dependencies become prerequisites in that order; those that the queue cannot hold,
 * and the templates of recurring tasks, are dropped and named. What a task has no field for, such
 * as tags, annotations or the time at which it was started, is kept in its payload.
 */
public final class TaskwarriorReader {

  private final Instant now;

  /**
   * A reader.
   *
   * @param now the time at which priorities are computed
   */
  public TaskwarriorReader(Instant now) {
    this.now = now;
  }

  /**
   * Reads all tasks.
   *
   * @param progress told the number of each line that was read
   * @throws InvalidInputException naming the line of the first task that cannot be read
   */
  public ImportedTasks read(InputStream in, IntConsumer progress) throws IOException {
    Lines lines = new Lines();
    JsonObjects.read(in, progress, lines::take);
    List<ImportedTask> ordered = ImportedTasks.ordered(lines.tasks);
    ImportedEdges edges =
        ImportedEdges.of(
            ordered, new ImportedEdges.Reasons(lines.unusable, "that task is not in the file"));
    List<String> dropped = new ArrayList<>(lines.templates());
    dropped.addAll(edges.dropped());
    return new ImportedTasks(
        ImportedTasks.number(ordered, edges, task -> TaskId.parse(task.id()), now), dropped);
  }

  /** What was read so far. */
  private static final class Lines {

    private final List<ImportedTask> tasks = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new LinkedHashMap<>();
    private final Map<String, String> unusable = new LinkedHashMap<>();
    private final Map<String, String> templates = new TreeMap<>();

    void take(TextLines.Line line) {
      JsonRecord json = JsonRecord.parse(line.text());
      String id = TaskwarriorTask.id(json);
      Integer earlier = lineOfId.putIfAbsent(id, line.number());
      if (earlier != null) {
        throw new InvalidInputException(
            "the task " + id + " stands in line " + earlier + " already: leave one of them out");
      }
      if (TaskwarriorTask.isTemplate(json)) {
        takeTemplate(id, TaskwarriorTask.entry(json));
      } else {
        takeTask(TaskwarriorTask.read(line.number(), json));
      }
    }

    private void takeTemplate(String id, Instant entry) {
      unusable.put(id, "that task is a recurring template");
      templates.put(
          entry + " " + id,
          id + ": it is a recurring template; the tasks made from it come without it");
    }

    private void takeTask(ImportedTask task) {
      if (task.status() == TaskStatus.CANCELLED) {
        unusable.put(task.id(), "that task is deleted");
      }
      tasks.add(task);
    }

    /** The templates that were dropped, by entry, then by id. */
    Collection<String> templates() {
      return templates.values();
    }
  }
}
