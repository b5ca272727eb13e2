package dev.arborist.adapters.files;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

  /**
   * What was read.
   *
   * @param tasks the tasks, to be renumbered
   * @param dropped everything that was dropped, each with its reason
   */
  public record Result(TaskImport tasks, List<String> dropped) {

    /** Keeps its own copy of the list. */
    public Result {
      dropped = List.copyOf(dropped);
    }
  }

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
  public Result read(InputStream in, IntConsumer progress) throws IOException {
    List<BeadsIssue> issues = new ArrayList<>();
    Map<String, Integer> lineOfId = new LinkedHashMap<>();
    TextLines.read(
        in,
        progress,
        line -> {
          BeadsIssue issue = BeadsIssue.parse(line.number(), JsonRecord.parse(line.text()));
          Integer earlier = lineOfId.putIfAbsent(issue.id(), line.number());
          if (earlier != null) {
            throw new InvalidInputException(
                "the issue '" + issue.id() + "' stands in line " + earlier + " already");
          }
          issues.add(issue);
        });
    issues.sort(Comparator.comparing(BeadsIssue::createdAt).thenComparing(BeadsIssue::id));
    BeadsEdges edges = BeadsEdges.of(issues);
    List<TaskImport.Entry> entries = new ArrayList<>();
    for (int i = 0; i < issues.size(); i++) {
      entries.add(
          issues
              .get(i)
              .toEntry(
                  i + 1,
                  ids.next(),
                  edges.parentOf(i) + 1,
                  Arrays.stream(edges.prerequisitesOf(i)).map(index -> index + 1).toArray(),
                  now));
    }
    return new Result(new TaskImport(entries, true), edges.dropped());
  }
}
