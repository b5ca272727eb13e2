package dev.arborist.adapters.files;

import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.dependency.DependencyGraph;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TextRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a batch as they are collected, and the references between them. */
final class BatchLines {

  private static final Set<String> FIELDS =
      TaskFields.names(
          "ref",
          "prompt",
          "summary",
          "source",
          "agentType",
          "branch",
          "session",
          "parent",
          "prerequisites",
          "basePriority",
          "deadline",
          "estimate",
          "notBefore",
          "maxRetries",
          "timeout",
          "payload",
          "idempotencyKey");

  /** A task and the refs by which it names others. */
  private record Row(
      int line,
      NewTask task,
      @Nullable String ref,
      @Nullable String parent,
      List<String> prerequisites) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final Map<String, Integer> lineOfKey = new LinkedHashMap<>();

  void take(TextLines.Line line) {
    if (rows.size() == TaskBatch.SIZE_MAX) {
      throw new InvalidInputException(
          "a batch holds at most " + TaskBatch.SIZE_MAX + " tasks: split the file");
    }
    JsonRecord json = JsonRecord.parse(line.text());
    json.requireOnly("a new task", FIELDS);
    Row row = row(line.number(), json);
    if (row.ref() != null) {
      Integer earlier = positions.putIfAbsent(row.ref(), rows.size());
      if (earlier != null) {
        throw twice("ref", row.ref(), rows.get(earlier).line());
      }
    }
    String key = row.task().profile().idempotencyKey();
    Integer earlier = key == null ? null : lineOfKey.putIfAbsent(key, line.number());
    if (earlier != null) {
      throw twice("idempotencyKey", key, earlier);
    }
    rows.add(row);
  }

  private static InvalidInputException twice(String what, @Nullable String name, int line) {
    return new InvalidInputException(
        "the " + what + " '" + name + "' stands in line " + line + " already: give it another");
  }

  private static Row row(int line, JsonRecord json) {
    List<TaskNumber> numbers = new ArrayList<>();
    List<String> refs = new ArrayList<>();
    for (JsonRecord.Value element : json.elements("prerequisites")) {
      if (element.isText()) {
        refs.add(element.text());
      } else {
        numbers.add(TaskNumber.parse(element.written()));
      }
    }
    boolean parentIsRef = json.isText("parent");
    return new Row(
        line,
        task(json, parentIsRef ? null : TaskFields.taskNumber(json, "parent"), numbers),
        TextRules.name("ref", json.string("ref")),
        parentIsRef ? json.string("parent") : null,
        refs);
  }

  private static NewTask task(
      JsonRecord json, @Nullable TaskNumber parent, List<TaskNumber> prerequisites) {
    String prompt = json.string("prompt");
    if (prompt == null) {
      throw new InvalidInputException("'prompt' is missing: say what is to be done");
    }
    String source = json.string("source");
    return NewTask.of(prompt)
        .summary(json.string("summary"))
        .source(source == null ? TaskSource.HUMAN : TaskSource.parse(source))
        .agentType(json.string("agentType"))
        .branch(json.string("branch"))
        .session(json.string("session"))
        .parent(parent)
        .prerequisites(prerequisites)
        .basePriority(TaskFields.small(json, "basePriority", Schedule.BASE_PRIORITY_DEFAULT))
        .deadline(TaskFields.writtenInstant(json, "deadline"))
        .estimate(TaskFields.writtenDuration(json, "estimate"))
        .notBefore(TaskFields.writtenInstant(json, "notBefore"))
        .maxRetries(TaskFields.small(json, "maxRetries", Schedule.MAX_RETRIES_DEFAULT))
        .timeout(
            Objects.requireNonNullElse(
                TaskFields.writtenDuration(json, "timeout"), Schedule.TIMEOUT_DEFAULT))
        .payload(json.json("payload"))
        .idempotencyKey(json.string("idempotencyKey"))
        .build();
  }

  /** The batch, when every ref is that of a line and nothing goes in a circle. */
  TaskBatch toBatch() {
    DependencyGraph parents = new DependencyGraph(rows.size());
    DependencyGraph waits = new DependencyGraph(rows.size());
    List<TaskBatch.Entry> entries = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Integer parent = row.parent() == null ? null : position(row, row.parent());
      if (parent != null) {
        parents.add(i, parent);
      }
      List<Integer> prerequisites = new ArrayList<>(row.prerequisites().size());
      for (String ref : row.prerequisites()) {
        int position = position(row, ref);
        waits.add(i, position);
        prerequisites.add(position);
      }
      entries.add(new TaskBatch.Entry(row.task(), parent, prerequisites));
    }
    requireNoCycle("parents", parents);
    requireNoCycle("prerequisites", waits);
    return new TaskBatch(entries);
  }

  private int position(Row row, String ref) {
    Integer position = positions.get(ref);
    if (position == null) {
      throw at(
          row,
          "no task of this file has the ref '"
              + TextRules.cut(ref)
              + "': give it to one, or write a number for a task of the queue");
    }
    return position;
  }

  private void requireNoCycle(String kind, DependencyGraph graph) {
    int[] cycle = graph.findCycle();
    if (cycle.length > 0) {
      throw at(
          rows.get(cycle[0]), "the " + kind + " form a cycle: " + path(cycle) + "; remove one");
    }
  }

  /** The refs of a cycle; a task without a ref is in none, because no other task names it. */
  private String path(int[] cycle) {
    return DependencyCycleException.shown(cycle, i -> String.valueOf(rows.get(i).ref()));
  }

  private static InvalidInputException at(Row row, String problem) {
    return new InvalidInputException("line " + row.line() + ": " + problem);
  }
}
