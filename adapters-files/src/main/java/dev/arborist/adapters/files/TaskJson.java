package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;

/**
 * Tasks as JSON: the one form that commands print and that export files hold.
 *
 * <p>Every field is always there, null where it has no value. Instants are microseconds since 1970,
 * durations microseconds, priorities hundredths of a point, the fingerprint 16 hexadecimal digits.
 * Payload and result are JSON values, put in as they were given but for line breaks, which become
 * spaces.
 */
public final class TaskJson {

  private TaskJson() {}

  /** Writes an array of tasks and a line break. */
  public static void writeTasks(List<TaskDetails> tasks, OutputStream out) throws IOException {
    JsonOut.printAll(tasks, TaskJson::write, out);
  }

  /** Writes one task and a line break. */
  public static void writeTask(TaskDetails task, OutputStream out) throws IOException {
    JsonOut.print(task, TaskJson::write, out);
  }

  /**
   * Writes a page as {@code {tasks, next}} and a line break; {@code next} is the cursor of the next
   * page, such as {@code "priority:7350:17"}, or null when this page was not full.
   */
  public static void writePage(TaskPage page, OutputStream out) throws IOException {
    JsonOut.print(page, TaskJson::page, out);
  }

  /** Writes an array of claims, each {@code {task, token, leaseUntil}}, and a line break. */
  public static void writeClaims(List<Claim> claims, OutputStream out) throws IOException {
    JsonOut.printAll(claims, TaskJson::claim, out);
  }

  /** Writes one claim as {@code {task, token, leaseUntil}} on one line. */
  public static void writeClaim(Claim claim, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonOut.generator(out)) {
      claim(claim, json);
    }
    out.write('\n');
  }

  /**
   * Checks that a payload or a result is JSON.
   *
   * @throws InvalidInputException naming the field when it is not
   */
  public static void requireJson(String field, String text) {
    JsonText.require(field, text);
  }

  private static void page(TaskPage page, JsonGenerator json) throws IOException {
    json.writeStartObject();
    JsonOut.array("tasks", page.tasks(), TaskJson::write, json);
    json.writeStringField("next", page.next() == null ? null : page.next().toString());
    json.writeEndObject();
  }

  private static void claim(Claim claim, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName("task");
    write(claim.details(), json);
    json.writeNumberField("token", claim.token());
    json.writeNumberField("leaseUntil", EpochMicros.of(claim.leaseUntil()));
    json.writeEndObject();
  }

  private static void write(TaskDetails details, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(details, json);
    json.writeEndObject();
  }

  /** The fields of a task, within an object that may get others. */
  static void writeFields(TaskDetails details, JsonGenerator json) throws IOException {
    Task task = details.task();
    TaskProfile profile = task.profile();
    json.writeNumberField("number", task.number().value());
    json.writeStringField("id", task.id().toString());
    json.writeStringField("status", task.status().label());
    json.writeNumberField("priority", task.rank().priority());
    json.writeNumberField("depth", task.rank().depth());
    json.writeStringField("summary", profile.summary());
    json.writeStringField("prompt", details.prompt());
    json.writeStringField("source", profile.source().label());
    json.writeStringField("agentType", profile.agentType());
    json.writeStringField("branch", profile.branch());
    json.writeStringField("session", profile.session());
    JsonOut.number("parent", profile.parent(), json);
    JsonOut.array("prerequisites", details.prerequisites(), JsonOut::number, json);
    schedule(task.schedule(), json);
    JsonOut.raw("payload", details.payload(), json);
    JsonOut.raw("result", details.result(), json);
    json.writeStringField("error", details.error());
    json.writeStringField("idempotencyKey", profile.idempotencyKey());
    progress(task.progress(), json);
    JsonOut.instant("createdAt", task.createdAt(), json);
    JsonOut.instant("updatedAt", task.updatedAt(), json);
    Long fingerprint = details.fingerprint();
    json.writeStringField(
        "fingerprint", fingerprint == null ? null : HexFormat.of().toHexDigits(fingerprint));
  }

  private static void schedule(Schedule schedule, JsonGenerator json) throws IOException {
    json.writeNumberField("basePriority", schedule.basePriority());
    JsonOut.instant("deadline", schedule.deadline(), json);
    JsonOut.duration("estimate", schedule.estimate(), json);
    JsonOut.instant("notBefore", schedule.notBefore(), json);
    json.writeNumberField("maxRetries", schedule.maxRetries());
    JsonOut.duration("timeout", schedule.timeout(), json);
  }

  private static void progress(Progress progress, JsonGenerator json) throws IOException {
    JsonOut.instant("dueAt", progress.dueAt(), json);
    json.writeNumberField("token", progress.token());
    json.writeNumberField("failures", progress.failures());
    json.writeStringField("worker", progress.worker());
    JsonOut.instant("leaseUntil", progress.leaseUntil(), json);
    JsonOut.instant("startedAt", progress.startedAt(), json);
    JsonOut.instant("finishedAt", progress.finishedAt(), json);
    JsonOut.number("cause", progress.cause(), json);
  }
}
