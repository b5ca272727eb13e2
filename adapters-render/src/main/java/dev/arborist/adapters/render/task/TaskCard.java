package dev.arborist.adapters.render.task;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.task.DurationText;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskProfile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One whole task as text: what has a value, a line each, then its long texts. */
public final class TaskCard {

  private static final int NAME_WIDTH = 15;

  private final StringBuilder text = new StringBuilder();

  private TaskCard() {}

  /** The card, ended by a line break. */
  public static String render(TaskDetails details) {
    TaskCard card = new TaskCard();
    card.head(details);
    card.schedule(details.task().schedule());
    card.progress(details.task());
    card.block("prompt", details.prompt());
    card.block("payload", details.payload());
    card.block("result", details.result());
    card.block("error", details.error());
    return card.text.toString();
  }

  private void head(TaskDetails details) {
    Task task = details.task();
    TaskProfile profile = task.profile();
    text.append(task.number()).append(' ').append(SafeText.of(profile.summary())).append("\n\n");
    line("status", task.status().label());
    line("priority", Priority.format(task.rank().priority()));
    line("depth", task.rank().depth());
    line("source", profile.source().label());
    line("agent type", profile.agentType());
    line("branch", profile.branch());
    line("session", profile.session());
    line("parent", profile.parent());
    List<?> prerequisites = details.prerequisites();
    if (!prerequisites.isEmpty()) {
      line(
          "prerequisites",
          prerequisites.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    line("key", profile.idempotencyKey());
    line("id", task.id());
  }

  private void schedule(Schedule schedule) {
    line("base priority", schedule.basePriority());
    line("deadline", schedule.deadline());
    Duration estimate = schedule.estimate();
    line("estimate", estimate == null ? null : DurationText.of(estimate));
    line("not before", schedule.notBefore());
    line("max retries", schedule.maxRetries());
    line("timeout", DurationText.of(schedule.timeout()));
  }

  private void progress(Task task) {
    Progress progress = task.progress();
    line("worker", progress.worker());
    if (progress.token() > 0) {
      line("token", progress.token());
    }
    if (progress.failures() > 0) {
      line("failures", progress.failures());
    }
    line("due at", progress.dueAt());
    line("lease until", progress.leaseUntil());
    line("created at", task.createdAt());
    line("updated at", task.updatedAt());
    line("started at", progress.startedAt());
    line("finished at", progress.finishedAt());
    line("cancelled by", progress.cause());
  }

  private void line(String name, @Nullable Object value) {
    if (value != null) {
      text.append(name)
          .append(" ".repeat(NAME_WIDTH - name.length()))
          .append(SafeText.of(value.toString()))
          .append('\n');
    }
  }

  private void block(String name, @Nullable String value) {
    if (value != null) {
      text.append('\n').append(name).append('\n');
      value.lines().forEach(line -> text.append("  ").append(SafeText.of(line)).append('\n'));
    }
  }
}
