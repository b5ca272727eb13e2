package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskSource;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** New tasks in words: only what is not as usual. */
final class Wording {

  private Wording() {}

  static String of(NewTask task) {
    StringJoiner text = new StringJoiner(" ", "[", "]");
    TaskProfile profile = task.profile();
    Schedule schedule = task.schedule();
    text.add("'" + task.prompt() + "'");
    add(text, "summary", profile.summary(), task.prompt());
    add(text, "source", profile.source(), TaskSource.HUMAN);
    add(text, "agentType", profile.agentType(), null);
    add(text, "branch", profile.branch(), null);
    add(text, "session", profile.session(), null);
    add(text, "parent", profile.parent(), null);
    add(text, "key", profile.idempotencyKey(), null);
    add(text, "after", task.prerequisites(), List.of());
    add(text, "base", schedule.basePriority(), Schedule.BASE_PRIORITY_DEFAULT);
    add(text, "deadline", schedule.deadline(), null);
    add(text, "estimate", schedule.estimate(), null);
    add(text, "notBefore", schedule.notBefore(), null);
    add(text, "maxRetries", schedule.maxRetries(), Schedule.MAX_RETRIES_DEFAULT);
    add(text, "timeout", schedule.timeout(), Schedule.TIMEOUT_DEFAULT);
    add(text, "payload", task.payload(), null);
    return text.toString();
  }

  static String of(TaskBatch batch) {
    List<String> entries = new ArrayList<>();
    for (TaskBatch.Entry entry : batch.entries()) {
      StringJoiner text = new StringJoiner(" ");
      text.add(of(entry.task()));
      add(text, "within position", entry.parent(), null);
      add(text, "after positions", entry.prerequisites(), List.of());
      entries.add(text.toString());
    }
    return entries.toString();
  }

  private static void add(
      StringJoiner text, String name, @Nullable Object value, @Nullable Object usual) {
    if (value != null && !value.equals(usual)) {
      text.add(name + "=" + value);
    }
  }
}
