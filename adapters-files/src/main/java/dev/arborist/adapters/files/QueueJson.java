package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.QueueStatistics.Mark;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.domain.upkeep.PruneReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What a queue answers as JSON, as commands print it: each method writes one value over several
 * lines, and a line break.
 *
 * <p>The rules are those of {@link TaskJson}: every field is always there, null where it has no
 * value; instants are microseconds since 1970, priorities hundredths of a point.
 */
public final class QueueJson {

  private QueueJson() {}

  /**
   * Writes an array of events, each {@code {sequence, task, at, actor, reason, from, to, token,
   * note}}.
   */
  public static void writeEvents(List<TaskEvent> events, OutputStream out) throws IOException {
    JsonOut.printAll(events, EventFields::write, out);
  }

  /** Writes events as {@link #writeEvents} has them, each on a line of its own. */
  public static void writeEventLines(List<TaskEvent> events, OutputStream out) throws IOException {
    JsonOut.printLines(events, EventFields::write, out);
  }

  /**
   * Writes {@code {asOf, total, counts, meanOpenPriority, maxDepth, oldestReady, newest,
   * oldestLease, weights}}: the counts are an object with every status, the three tasks are {@code
   * {number, at}} or null, the weights are {@code {base, depth, urgency, blocking, source}} in
   * percent.
   */
  public static void writeStatistics(QueueStatistics statistics, OutputStream out)
      throws IOException {
    JsonOut.print(statistics, QueueJson::statistics, out);
  }

  /**
   * Writes {@code {task, dueAt, worker, leaseUntil, finishedAt, openPrerequisites, rootCauses,
   * ahead, lostPrerequisites, causedBy}}; each task is {@code {number, status, summary}}.
   */
  public static void writeExplanation(Explanation explanation, OutputStream out)
      throws IOException {
    JsonOut.print(explanation, QueueJson::explanation, out);
  }

  /** Writes a plan as an array of batches, each an array of the numbers of its tasks. */
  public static void writePlan(ExecutionPlan plan, OutputStream out) throws IOException {
    JsonOut.printAll(
        plan.batches(), (batch, json) -> JsonOut.array(batch, JsonOut::number, json), out);
  }

  /**
   * Writes {@code {pruned, partial, keptForChildren, keptForDependents, compacted,
   * compactionFailure}}; the first is an array of numbers, the next three are counts.
   */
  public static void writePruneReport(PruneReport report, OutputStream out) throws IOException {
    JsonOut.print(report, QueueJson::pruneReport, out);
  }

  /**
   * Writes {@code {tasks, sound, repaired, findings}}; each finding is {@code {problem,
   * repairable}}.
   */
  public static void writeDiagnosis(Diagnosis diagnosis, OutputStream out) throws IOException {
    JsonOut.print(diagnosis, QueueJson::diagnosis, out);
  }

  /**
   * Writes an array of documents, each {@code {namespace, key, version, createdAt, createdBy,
   * json}}, the last a JSON value as it was given but for line breaks, which become spaces.
   */
  public static void writeSpecifications(List<SpecificationDocument> documents, OutputStream out)
      throws IOException {
    JsonOut.printAll(documents, QueueJson::write, out);
  }

  /** Writes {@code {count, first, last, events, documents, dropped}}; the last are texts. */
  public static void writeImport(ImportSummary summary, ImportedTasks read, OutputStream out)
      throws IOException {
    JsonOut.print(
        summary,
        (added, json) -> {
          json.writeStartObject();
          json.writeNumberField("count", added.count());
          orNull("first", added.first(), json);
          orNull("last", added.last(), json);
          json.writeNumberField("events", read.events());
          json.writeNumberField("documents", read.documents());
          JsonOut.array("dropped", read.dropped(), (edge, to) -> to.writeString(edge), json);
          json.writeEndObject();
        },
        out);
  }

  /** No task has the number 0. */
  private static void orNull(String name, long number, JsonGenerator json) throws IOException {
    JsonOut.number(name, number == 0 ? null : TaskNumber.of(number), json);
  }

  private static void statistics(QueueStatistics statistics, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    JsonOut.instant("asOf", statistics.asOf(), json);
    json.writeNumberField("total", statistics.total());
    json.writeObjectFieldStart("counts");
    for (TaskStatus status : TaskStatus.values()) {
      json.writeNumberField(status.label(), statistics.count(status));
    }
    json.writeEndObject();
    json.writeNumberField("meanOpenPriority", statistics.meanOpenPriority());
    json.writeNumberField("maxDepth", statistics.maxDepth());
    JsonOut.orNull("oldestReady", statistics.oldestReady(), QueueJson::mark, json);
    JsonOut.orNull("newest", statistics.newest(), QueueJson::mark, json);
    JsonOut.orNull("oldestLease", statistics.oldestLease(), QueueJson::mark, json);
    json.writeFieldName("weights");
    weights(statistics.policy(), json);
    json.writeEndObject();
  }

  private static void weights(PriorityPolicy policy, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("base", policy.basePercent());
    json.writeNumberField("depth", policy.depthPercent());
    json.writeNumberField("urgency", policy.urgencyPercent());
    json.writeNumberField("blocking", policy.blockingPercent());
    json.writeNumberField("source", policy.sourcePercent());
    json.writeEndObject();
  }

  private static void mark(Mark mark, JsonGenerator json) throws IOException {
    json.writeStartObject();
    JsonOut.number("number", mark.number(), json);
    JsonOut.instant("at", mark.at(), json);
    json.writeEndObject();
  }

  private static void explanation(Explanation explanation, JsonGenerator json) throws IOException {
    Progress progress = explanation.task().progress();
    json.writeStartObject();
    json.writeFieldName("task");
    task(explanation.task(), json);
    JsonOut.instant("dueAt", progress.dueAt(), json);
    json.writeStringField("worker", progress.worker());
    JsonOut.instant("leaseUntil", progress.leaseUntil(), json);
    JsonOut.instant("finishedAt", progress.finishedAt(), json);
    JsonOut.array("openPrerequisites", explanation.openPrerequisites(), QueueJson::task, json);
    JsonOut.array("rootCauses", explanation.rootCauses(), QueueJson::task, json);
    json.writeNumberField("ahead", explanation.ahead());
    JsonOut.array("lostPrerequisites", explanation.lostPrerequisites(), QueueJson::task, json);
    JsonOut.orNull("causedBy", explanation.causedBy(), QueueJson::task, json);
    json.writeEndObject();
  }

  private static void task(Task task, JsonGenerator json) throws IOException {
    json.writeStartObject();
    JsonOut.number("number", task.number(), json);
    json.writeStringField("status", task.status().label());
    json.writeStringField("summary", task.profile().summary());
    json.writeEndObject();
  }

  private static void pruneReport(PruneReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    JsonOut.array("pruned", report.pruned(), JsonOut::number, json);
    json.writeNumberField("partial", report.partial());
    json.writeNumberField("keptForChildren", report.keptForChildren());
    json.writeNumberField("keptForDependents", report.keptForDependents());
    json.writeBooleanField("compacted", report.compacted());
    json.writeStringField("compactionFailure", report.compactionFailure());
    json.writeEndObject();
  }

  private static void diagnosis(Diagnosis diagnosis, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("tasks", diagnosis.tasks());
    json.writeBooleanField("sound", diagnosis.isSound());
    json.writeBooleanField("repaired", diagnosis.repaired());
    JsonOut.array("findings", diagnosis.findings(), QueueJson::finding, json);
    json.writeEndObject();
  }

  private static void finding(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("problem", finding.problem());
    json.writeBooleanField("repairable", finding.repairable());
    json.writeEndObject();
  }

  static void write(SpecificationDocument document, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("namespace", document.namespace());
    json.writeStringField("key", document.key());
    json.writeNumberField("version", document.version());
    JsonOut.instant("createdAt", document.createdAt(), json);
    json.writeStringField("createdBy", document.createdBy());
    JsonOut.raw("json", document.json(), json);
    json.writeEndObject();
  }
}
