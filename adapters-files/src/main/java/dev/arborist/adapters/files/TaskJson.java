package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks as JSON: the one form that commands print and that export files hold.
 *
 * <p>Every field is always there, null where it has no value. Instants are microseconds since 1970,
 * durations microseconds, priorities hundredths of a point. Payload and result are JSON values, put
 * in as they were given but for line breaks, which become spaces.
 */
public final class TaskJson {

  private static final int NANOS_PER_MICRO = 1_000;
  private static final JsonFactory JSON = new JsonFactory();

  private TaskJson() {}

  /** Writes an array of tasks and a line break. */
  public static void writeTasks(List<TaskDetails> tasks, OutputStream out) throws IOException {
    JsonGenerator json = indented(out);
    json.writeStartArray();
    for (TaskDetails task : tasks) {
      write(task, json);
    }
    json.writeEndArray();
    endLine(json, out);
  }

  /** Writes one task and a line break. */
  public static void writeTask(TaskDetails task, OutputStream out) throws IOException {
    JsonGenerator json = indented(out);
    write(task, json);
    endLine(json, out);
  }

  /** Writes an array of claims, each {@code {task, token, leaseUntil}}, and a line break. */
  public static void writeClaims(List<Claim> claims, OutputStream out) throws IOException {
    JsonGenerator json = indented(out);
    json.writeStartArray();
    for (Claim claim : claims) {
      json.writeStartObject();
      json.writeFieldName("task");
      write(claim.details(), json);
      json.writeNumberField("token", claim.token());
      json.writeNumberField("leaseUntil", EpochMicros.of(claim.leaseUntil()));
      json.writeEndObject();
    }
    json.writeEndArray();
    endLine(json, out);
  }

  /**
   * Checks that a payload or a result is JSON.
   *
   * @throws InvalidInputException naming the field when it is not
   */
  public static void requireJson(String field, String text) {
    JsonRecord.requireJson(field, text);
  }

  private static JsonGenerator indented(OutputStream out) throws IOException {
    return generator(out).useDefaultPrettyPrinter();
  }

  /** A generator that leaves the stream open. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  private static void endLine(JsonGenerator json, OutputStream out) throws IOException {
    json.close();
    out.write('\n');
    out.flush();
  }

  static void write(TaskDetails details, JsonGenerator json) throws IOException {
    Task task = details.task();
    TaskProfile profile = task.profile();
    json.writeStartObject();
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
    number("parent", profile.parent(), json);
    json.writeArrayFieldStart("prerequisites");
    for (TaskNumber prerequisite : details.prerequisites()) {
      json.writeNumber(prerequisite.value());
    }
    json.writeEndArray();
    schedule(task.schedule(), json);
    raw("payload", details.payload(), json);
    raw("result", details.result(), json);
    json.writeStringField("error", details.error());
    json.writeStringField("idempotencyKey", profile.idempotencyKey());
    progress(task.progress(), json);
    instant("createdAt", task.createdAt(), json);
    instant("updatedAt", task.updatedAt(), json);
    json.writeEndObject();
  }

  private static void schedule(Schedule schedule, JsonGenerator json) throws IOException {
    json.writeNumberField("basePriority", schedule.basePriority());
    instant("deadline", schedule.deadline(), json);
    duration("estimate", schedule.estimate(), json);
    instant("notBefore", schedule.notBefore(), json);
    json.writeNumberField("maxRetries", schedule.maxRetries());
    duration("timeout", schedule.timeout(), json);
  }

  private static void progress(Progress progress, JsonGenerator json) throws IOException {
    instant("dueAt", progress.dueAt(), json);
    json.writeNumberField("token", progress.token());
    json.writeNumberField("failures", progress.failures());
    json.writeStringField("worker", progress.worker());
    instant("leaseUntil", progress.leaseUntil(), json);
    instant("startedAt", progress.startedAt(), json);
    instant("finishedAt", progress.finishedAt(), json);
    number("cause", progress.cause(), json);
  }

  private static void number(String name, @Nullable TaskNumber value, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value.value());
    }
  }

  private static void instant(String name, @Nullable Instant value, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(EpochMicros.of(value));
    }
  }

  private static void duration(String name, @Nullable Duration value, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value.toNanos() / NANOS_PER_MICRO);
    }
  }

  /**
   * Between the tokens of JSON a line break is white space, and within a string it cannot stand.
   */
  private static void raw(String name, @Nullable String value, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeRawValue(value.replace('\n', ' ').replace('\r', ' '));
    }
  }
}
