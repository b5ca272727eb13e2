package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskBatch;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/**
 * Reads a batch of new tasks: JSON lines, one task a line.
 *
 * <pre>{@code
 * {"ref": "release", "prompt": "Release 2.0", "prerequisites": ["tests", 17]}
 * {"ref": "tests", "prompt": "Run the tests", "parent": "release", "timeout": "90m"}
 * }</pre>
 *
 * <p>Only {@code prompt} is required; everything else has the value that a new task has. A task may
 * have a {@code ref}, a name by which other lines of the file refer to it, forwards and backwards:
 * in {@code parent} and {@code prerequisites} a text is a ref, and a number is a task of the queue.
 * {@code deadline} and {@code notBefore} are microseconds since 1970 or texts such as {@code
 * "2026-01-31T12:00:00Z"}, {@code estimate} and {@code timeout} are microseconds or texts such as
 * {@code "10m"}. Fields that do not exist are refused, because a misspelt one would be lost without
 * a word.
 *
 * <p>Safe for use by several threads.
 */
public final class BatchReader {

  /** A reader. */
  public BatchReader() {}

  /**
   * Reads all lines.
   *
   * @param progress told the number of each line that was read
   * @return the tasks in the order of their lines; none for an empty file
   * @throws InvalidInputException naming the first line that cannot be read, refers to one that is
   *     not there, repeats a ref or a key, or waits for itself
   */
  public TaskBatch read(InputStream in, IntConsumer progress) throws IOException {
    BatchLines lines = new BatchLines();
    TextLines.read(in, BoundedLineReader.TASK_CHARS_MAX, progress, lines::take);
    return lines.toBatch();
  }
}
