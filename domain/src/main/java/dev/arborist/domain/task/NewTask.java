package dev.arborist.domain.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to be enqueued.
 *
 * <pre>{@code
 * NewTask.of("Write the parser").parent(epic).basePriority(8).build()
 * }</pre>
 *
 * @param profile what it is called and where it belongs
 * @param schedule when and how often it may run
 * @param prompt what is to be done, at most 1 MiB
 * @param payload JSON for the worker, at most 1 MiB
 * @param prerequisites the tasks that must be completed first; ascending, each once
 */
public record NewTask(
    TaskProfile profile,
    Schedule schedule,
    String prompt,
    @Nullable String payload,
    List<TaskNumber> prerequisites) {

  /**
   * Checks the texts and orders the prerequisites.
   *
   * @throws InvalidInputException naming the text that is empty, too long or malformed
   */
  public NewTask {
    TextRules.prompt(prompt);
    payload = TextRules.json("payload", payload);
    prerequisites = prerequisites.stream().distinct().sorted().toList();
  }

  /**
   * A number that tells this task from any other content under the same idempotency key: equal for
   * equal content, different for different content but for one chance in 2^64.
   *
   * <p>The key itself does not count. The mixing step is the finaliser of SplitMix64 (Steele, Lea
   * and Flood 2014), over each field with its length, so that no two fields run into each other.
   */
  public long fingerprint() {
    Fingerprint print = new Fingerprint();
    print.add(profile.summary());
    print.add(profile.source().code());
    print.add(profile.agentType());
    print.add(profile.branch());
    print.add(profile.session());
    print.add(profile.parent() == null ? 0 : profile.parent().value());
    print.add(schedule.basePriority());
    print.add(schedule.deadline());
    print.add(schedule.estimate());
    print.add(schedule.notBefore());
    print.add(schedule.maxRetries());
    print.add(schedule.timeout());
    print.add(prompt);
    print.add(payload);
    print.add(prerequisites.size());
    prerequisites.forEach(number -> print.add(number.value()));
    return print.value();
  }

  /** The same task with these neighbours. */
  public NewTask within(@Nullable TaskNumber parent, List<TaskNumber> neighbours) {
    TaskProfile moved =
        new TaskProfile(
            profile.summary(),
            profile.source(),
            profile.agentType(),
            profile.branch(),
            profile.session(),
            parent,
            profile.idempotencyKey());
    return new NewTask(moved, schedule, prompt, payload, neighbours);
  }

  /** Starts a task from its prompt; the summary is made from it unless one is given. */
  public static Builder of(String prompt) {
    return new Builder(prompt);
  }

  /** Collects what a task is to be; not safe for use by several threads. */
  public static final class Builder {

    private final String prompt;
    private @Nullable String summary;
    private TaskSource source = TaskSource.HUMAN;
    private @Nullable String agentType;
    private @Nullable String branch;
    private @Nullable String session;
    private @Nullable TaskNumber parent;
    private @Nullable String idempotencyKey;
    private List<TaskNumber> prerequisites = List.of();
    private int basePriority = Schedule.BASE_PRIORITY_DEFAULT;
    private @Nullable Instant deadline;
    private @Nullable Duration estimate;
    private @Nullable Instant notBefore;
    private int maxRetries = Schedule.MAX_RETRIES_DEFAULT;
    private Duration timeout = Schedule.TIMEOUT_DEFAULT;
    private @Nullable String payload;

    private Builder(String prompt) {
      this.prompt = prompt;
    }

    /** The one line that lists and trees show; null to make it from the prompt. */
    public Builder summary(@Nullable String value) {
      summary = value;
      return this;
    }

    /** Who asks; a person by default. */
    public Builder source(TaskSource value) {
      source = value;
      return this;
    }

    /** The kind of worker it is for. */
    public Builder agentType(@Nullable String value) {
      agentType = value;
      return this;
    }

    /** The branch of work it belongs to. */
    public Builder branch(@Nullable String value) {
      branch = value;
      return this;
    }

    /** The session that creates it. */
    public Builder session(@Nullable String value) {
      session = value;
      return this;
    }

    /** The task it is a part of. */
    public Builder parent(@Nullable TaskNumber value) {
      parent = value;
      return this;
    }

    /** A key under which this task is added once, however often it is enqueued. */
    public Builder idempotencyKey(@Nullable String value) {
      idempotencyKey = value;
      return this;
    }

    /** The tasks that must be completed first. */
    public Builder prerequisites(List<TaskNumber> value) {
      prerequisites = value;
      return this;
    }

    /** 0 (whenever) to 10 (first); 5 by default. */
    public Builder basePriority(int value) {
      basePriority = value;
      return this;
    }

    /** When it should be done. */
    public Builder deadline(@Nullable Instant value) {
      deadline = value;
      return this;
    }

    /** How long it is expected to take. */
    public Builder estimate(@Nullable Duration value) {
      estimate = value;
      return this;
    }

    /** When it may run at the earliest. */
    public Builder notBefore(@Nullable Instant value) {
      notBefore = value;
      return this;
    }

    /** How many failures are followed by another run; 3 by default. */
    public Builder maxRetries(int value) {
      maxRetries = value;
      return this;
    }

    /** How long one run may take; an hour by default. */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /** JSON for the worker. */
    public Builder payload(@Nullable String value) {
      payload = value;
      return this;
    }

    /**
     * The task as collected.
     *
     * @throws InvalidInputException naming the first value that cannot be accepted
     */
    public NewTask build() {
      TextRules.prompt(prompt);
      String title = summary == null ? TextRules.summarise(prompt) : summary;
      return new NewTask(
          new TaskProfile(title, source, agentType, branch, session, parent, idempotencyKey),
          new Schedule(basePriority, deadline, estimate, notBefore, maxRetries, timeout),
          prompt,
          payload,
          prerequisites);
    }
  }
}
