package dev.arborist.adapters.files;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.IntConsumer;

/**
 * Reads what {@link TaskLinesWriter} writes; lines may also be written by hand.
 *
 * <p>Of a task only {@code number} and a {@code prompt} or a {@code summary} are required;
 * everything else has the value that a new task would have. Fields that do not exist are refused,
 * because a misspelt one would be lost without a word.
 */
public final class TaskLinesReader {

  private final TaskLine tasks;

  /**
   * A reader.
   *
   * @param ids where tasks without an id get one
   * @param now the time of creation of tasks without one
   */
  public TaskLinesReader(IdSource ids, Instant now) {
    tasks = new TaskLine(ids, EpochMicros.truncate(now));
  }

  /**
   * Reads all lines.
   *
   * @param progress told the number of each line that was read
   * @return tasks, what is left of pruned ones and documents; the tasks keep their numbers
   * @throws InvalidInputException naming the first line that cannot be read, or that contradicts
   *     another
   */
  public TaskImport read(InputStream in, IntConsumer progress) throws IOException {
    QueueLines lines = new QueueLines(tasks);
    TextLines.read(in, BoundedLineReader.HISTORY_CHARS_MAX, progress, lines::take);
    return lines.toImport();
  }
}
