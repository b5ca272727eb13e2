package dev.arborist.domain.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole task: what {@link Task} holds, its long texts and its prerequisites.
 *
 * @param task the task
 * @param prompt what is to be done
 * @param payload JSON for the worker
 * @param result JSON that the worker left
 * @param error what the last failure said
 * @param prerequisites the tasks that must be completed first, in ascending order
 * @param fingerprint {@link NewTask#fingerprint} of what was enqueued; kept while the task has an
 *     idempotency key, null without one
 */
public record TaskDetails(
    Task task,
    String prompt,
    @Nullable String payload,
    @Nullable String result,
    @Nullable String error,
    List<TaskNumber> prerequisites,
    @Nullable Long fingerprint) {

  /**
   * Checks the texts and keeps its own copy of the prerequisites.
   *
   * @throws InvalidInputException naming the text that is empty, too long or malformed
   */
  public TaskDetails {
    TextRules.prompt(prompt);
    payload = TextRules.json("payload", payload);
    result = TextRules.json("result", result);
    TextRules.longText("error", error);
    prerequisites = List.copyOf(prerequisites);
  }

  /** The same texts with another state of the task. */
  public TaskDetails withTask(Task next) {
    return new TaskDetails(next, prompt, payload, result, error, prerequisites, fingerprint);
  }
}
