package dev.arborist.domain.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a task after it was enqueued; what is not named stays.
 *
 * <pre>{@code
 * TaskUpdate.builder().basePriority(9).deadline(null).build()
 * }</pre>
 *
 * <p>A status cannot be set: it changes by the operations of the queue only.
 */
public final class TaskUpdate {

  /**
   * A value that takes the place of the one before.
   *
   * @param value the new value; null to have none
   */
  private record Change<T>(@Nullable T value) {}

  private final Builder changes;

  private TaskUpdate(Builder changes) {
    this.changes = changes;
  }

  /** Starts from no change at all. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether nothing is to change. */
  public boolean isEmpty() {
    return changes.named.isEmpty();
  }

  /** What is to change, in the order in which it was named, as people call it. */
  public List<String> fields() {
    return List.copyOf(changes.named);
  }

  /** The profile after the change. */
  public TaskProfile profile(TaskProfile before) {
    return new TaskProfile(
        required(changes.summary, before.summary()),
        before.source(),
        optional(changes.agentType, before.agentType()),
        optional(changes.branch, before.branch()),
        before.session(),
        optional(changes.parent, before.parent()),
        before.idempotencyKey());
  }

  /** The schedule after the change. */
  public Schedule schedule(Schedule before) {
    return new Schedule(
        required(changes.basePriority, before.basePriority()),
        optional(changes.deadline, before.deadline()),
        optional(changes.estimate, before.estimate()),
        optional(changes.notBefore, before.notBefore()),
        required(changes.maxRetries, before.maxRetries()),
        required(changes.timeout, before.timeout()));
  }

  /** The prompt after the change. */
  public String prompt(String before) {
    return required(changes.prompt, before);
  }

  /** The payload after the change. */
  public @Nullable String payload(@Nullable String before) {
    return optional(changes.payload, before);
  }

  /** Whether the prompt or the payload is named. */
  public boolean changesTexts() {
    return changes.prompt != null || changes.payload != null;
  }

  /** The task that is to be the parent, if the parent is named and is not to be none. */
  public @Nullable TaskNumber newParent() {
    return optional(changes.parent, null);
  }

  private static <T> T required(@Nullable Change<T> change, T before) {
    T value = change == null ? before : change.value();
    return value == null ? before : value;
  }

  private static <T> @Nullable T optional(@Nullable Change<T> change, @Nullable T before) {
    return change == null ? before : change.value();
  }

  /** Collects changes; not safe for use by several threads. */
  public static final class Builder {

    private final List<String> named = new ArrayList<>();
    private @Nullable Change<String> summary;
    private @Nullable Change<String> prompt;
    private @Nullable Change<Integer> basePriority;
    private @Nullable Change<Instant> deadline;
    private @Nullable Change<Duration> estimate;
    private @Nullable Change<Instant> notBefore;
    private @Nullable Change<String> agentType;
    private @Nullable Change<String> branch;
    private @Nullable Change<Integer> maxRetries;
    private @Nullable Change<Duration> timeout;
    private @Nullable Change<String> payload;
    private @Nullable Change<TaskNumber> parent;

    private Builder() {}

    /** Another summary; also of a terminal task. */
    public Builder summary(String value) {
      summary = change("summary", value);
      return this;
    }

    /**
     * Another prompt.
     *
     * @throws InvalidInputException when it cannot be kept
     */
    public Builder prompt(String value) {
      prompt = change("prompt", TextRules.prompt(value));
      return this;
    }

    /** Another base priority. */
    public Builder basePriority(int value) {
      basePriority = change("base priority", value);
      return this;
    }

    /** Another deadline, or none. */
    public Builder deadline(@Nullable Instant value) {
      deadline = change("deadline", value);
      return this;
    }

    /** Another estimate, or none. */
    public Builder estimate(@Nullable Duration value) {
      estimate = change("estimate", value);
      return this;
    }

    /** Another earliest time, or none; not of a RUNNING task. */
    public Builder notBefore(@Nullable Instant value) {
      notBefore = change("notBefore", value);
      return this;
    }

    /** Another agent type, or none. */
    public Builder agentType(@Nullable String value) {
      agentType = change("agent type", value);
      return this;
    }

    /** Another branch, or none; also of a terminal task. */
    public Builder branch(@Nullable String value) {
      branch = change("branch", value);
      return this;
    }

    /** Another number of retries; those already used count. */
    public Builder maxRetries(int value) {
      maxRetries = change("retries", value);
      return this;
    }

    /** Another timeout; a lease that would outlast it is cut short. */
    public Builder timeout(Duration value) {
      timeout = change("timeout", value);
      return this;
    }

    /**
     * Another payload, or none; not of a RUNNING task.
     *
     * @throws InvalidInputException when it cannot be kept
     */
    public Builder payload(@Nullable String value) {
      payload = change("payload", TextRules.json("payload", value));
      return this;
    }

    /** Another parent, or none. */
    public Builder parent(@Nullable TaskNumber value) {
      parent = change("parent", value);
      return this;
    }

    /** The update as collected; the builder is not to be used again. */
    public TaskUpdate build() {
      return new TaskUpdate(this);
    }

    private <T> Change<T> change(String field, @Nullable T value) {
      named.add(field);
      return new Change<>(value);
    }
  }
}
