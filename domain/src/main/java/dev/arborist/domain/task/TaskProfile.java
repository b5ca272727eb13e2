package dev.arborist.domain.task;

import org.jspecify.annotations.Nullable;

/**
 * What a task is called and where it belongs.
 *
 * @param summary one line, at most 140 code points
 * @param source who asked for it
 * @param agentType the kind of worker that it is for
 * @param branch the branch of work that it belongs to
 * @param session the session that created it
 * @param parent the task that it is a part of
 * @param idempotencyKey a key that no two tasks of a queue share
 */
public record TaskProfile(
    String summary,
    TaskSource source,
    @Nullable String agentType,
    @Nullable String branch,
    @Nullable String session,
    @Nullable TaskNumber parent,
    @Nullable String idempotencyKey) {

  /**
   * Checks every text.
   *
   * @throws InvalidInputException naming the field that is empty, too long or malformed
   */
  public TaskProfile {
    TextRules.summary(summary);
    TextRules.name("agent type", agentType);
    TextRules.name("branch", branch);
    TextRules.name("session", session);
    TextRules.name("idempotency key", idempotencyKey);
  }
}
