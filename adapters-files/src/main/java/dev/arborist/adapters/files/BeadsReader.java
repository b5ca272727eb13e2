package dev.arborist.adapters.files;

import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Reads the issues of beads (JSONL, one issue a line) as tasks.
 *
 * <p>Issues are ordered by creation, then by id, so the order of the lines does not matter.
 * Blocking edges become prerequisites and parent-child edges parents, each in that order; what the
 * queue has no place for is dropped and named. What a task has no field for is kept in its payload.
 */
public final class BeadsReader {

  private final IdSource ids;
  private final Instant now;

  /**
   * A reader.
   *
   * @param ids where tasks get their ids
   * @param now the time at which priorities are computed
   */
  public BeadsReader(IdSource ids, Instant now) {
    this.ids = ids;
    this.now = now;
  }

  /**
   * Reads all lines.
   *
   * @param progress told the number of each line that was read
   * @throws InvalidInputException naming the first line that cannot be read as an issue
   */
  public ImportedTasks read(InputStream in, IntConsumer progress) throws IOException {
    List<ImportedTask> issues = new ArrayList<>();
    Map<String, Integer> lineOfId = new LinkedHashMap<>();
    Map<String, String> tombstones = new LinkedHashMap<>();
    TextLines.read(
        in,
        BoundedLineReader.TASK_CHARS_MAX,
        progress,
        line -> {
          ImportedTask issue = BeadsIssue.read(line.number(), JsonRecord.parse(line.text()));
          Integer earlier = lineOfId.putIfAbsent(issue.id(), line.number());
          if (earlier != null) {
            throw new InvalidInputException(
                "the issue '" + issue.id() + "' stands in line " + earlier + " already");
          }
          if (issue.status() == TaskStatus.CANCELLED) {
            tombstones.put(issue.id(), "that issue is a tombstone");
          }
          issues.add(issue);
        });
    List<ImportedTask> ordered = ImportedTasks.ordered(issues);
    ImportedEdges edges =
        ImportedEdges.of(
            ordered, new ImportedEdges.Reasons(tombstones, "that issue is not in the file"));
    return new ImportedTasks(
        ImportedTasks.number(ordered, edges, issue -> ids.next(), now), edges.dropped());
  }
}
