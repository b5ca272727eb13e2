package dev.arborist.domain.query;

import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TextRules;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a reader wants: those that meet every condition given.
 *
 * @param statuses the status in effect is one of these; empty for any
 * @param sources the source is one of these; empty for any
 * @param agentType the agent type is this
 * @param branch the branch contains this, whatever its case (see {@link Caseless})
 * @param text the summary or the prompt contains this, whatever its case
 * @param parent the task is a child of this one
 * @param within the task is this one, or a descendant of it
 * @param worker this worker holds the task or held it last
 * @param key the idempotency key is this
 * @param createdFrom created at this instant or later
 * @param createdBefore created before this instant
 */
public record TaskFilter(
    Set<TaskStatus> statuses,
    Set<TaskSource> sources,
    @Nullable String agentType,
    @Nullable String branch,
    @Nullable String text,
    @Nullable TaskNumber parent,
    @Nullable TaskNumber within,
    @Nullable String worker,
    @Nullable String key,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore) {

  /** Every task. */
  public static final TaskFilter ALL = new Builder().build();

  /**
   * Keeps its own copies of the sets, and checks the texts.
   *
   * @throws InvalidInputException naming a text that is empty, too long or malformed
   */
  public TaskFilter {
    EnumSet<TaskStatus> someStatuses = EnumSet.noneOf(TaskStatus.class);
    someStatuses.addAll(statuses);
    statuses = Collections.unmodifiableSet(someStatuses);
    EnumSet<TaskSource> someSources = EnumSet.noneOf(TaskSource.class);
    someSources.addAll(sources);
    sources = Collections.unmodifiableSet(someSources);
    TextRules.name("agent type", agentType);
    TextRules.name("branch", branch);
    TextRules.name("text", text);
    TextRules.name("worker", worker);
    TextRules.name("key", key);
    createdFrom = EpochMicros.keepOptional("createdFrom", createdFrom);
    createdBefore = EpochMicros.keepOptional("createdBefore", createdBefore);
  }

  /** Whether there is no condition, so that every task meets it. */
  public boolean isAll() {
    return statuses.isEmpty()
        && sources.isEmpty()
        && agentType == null
        && branch == null
        && text == null
        && parent == null
        && within == null
        && worker == null
        && key == null
        && createdFrom == null
        && createdBefore == null;
  }

  /** Tasks in one of these statuses. */
  public static TaskFilter ofStatuses(Collection<TaskStatus> statuses) {
    return new Builder().statuses(statuses).build();
  }

  /** Starts from no condition at all. */
  public static Builder where() {
    return new Builder();
  }

  /** Starts from the conditions of this filter. */
  public Builder toBuilder() {
    return new Builder()
        .statuses(statuses)
        .sources(sources)
        .agentType(agentType)
        .branch(branch)
        .text(text)
        .parent(parent)
        .within(within)
        .worker(worker)
        .key(key)
        .createdFrom(createdFrom)
        .createdBefore(createdBefore);
  }

  /** Collects conditions; not safe for use by several threads. */
  public static final class Builder {

    private final EnumSet<TaskStatus> statuses = EnumSet.noneOf(TaskStatus.class);
    private final EnumSet<TaskStatus> excluded = EnumSet.noneOf(TaskStatus.class);
    private final EnumSet<TaskSource> sources = EnumSet.noneOf(TaskSource.class);
    private @Nullable String agentType;
    private @Nullable String branch;
    private @Nullable String text;
    private @Nullable TaskNumber parent;
    private @Nullable TaskNumber within;
    private @Nullable String worker;
    private @Nullable String key;
    private @Nullable Instant createdFrom;
    private @Nullable Instant createdBefore;

    private Builder() {}

    /** Also tasks in one of these statuses. */
    public Builder statuses(Collection<TaskStatus> value) {
      statuses.addAll(value);
      return this;
    }

    /** Takes back what was said of statuses so far. */
    public Builder anyStatus() {
      statuses.clear();
      excluded.clear();
      return this;
    }

    /** No tasks in one of these statuses. */
    public Builder excluding(Collection<TaskStatus> value) {
      excluded.addAll(value);
      return this;
    }

    /** Also tasks of one of these sources. */
    public Builder sources(Collection<TaskSource> value) {
      sources.addAll(value);
      return this;
    }

    /** Takes back what was said of sources so far. */
    public Builder anySource() {
      sources.clear();
      return this;
    }

    /** Only tasks for this type of agent. */
    public Builder agentType(@Nullable String value) {
      agentType = value;
      return this;
    }

    /** Only tasks whose branch contains this, whatever its case. */
    public Builder branch(@Nullable String value) {
      branch = value;
      return this;
    }

    /** Only tasks whose summary or prompt contains this, whatever its case. */
    public Builder text(@Nullable String value) {
      text = value;
      return this;
    }

    /** Only children of this task. */
    public Builder parent(@Nullable TaskNumber value) {
      parent = value;
      return this;
    }

    /** Only this task and its descendants. */
    public Builder within(@Nullable TaskNumber value) {
      within = value;
      return this;
    }

    /** Only tasks that this worker holds or held last. */
    public Builder worker(@Nullable String value) {
      worker = value;
      return this;
    }

    /** Only the task with this idempotency key. */
    public Builder key(@Nullable String value) {
      key = value;
      return this;
    }

    /** Only tasks created at this instant or later. */
    public Builder createdFrom(@Nullable Instant value) {
      createdFrom = value;
      return this;
    }

    /** Only tasks created before this instant. */
    public Builder createdBefore(@Nullable Instant value) {
      createdBefore = value;
      return this;
    }

    /**
     * The filter as collected.
     *
     * @throws InvalidInputException naming a text that cannot be searched for, or when every status
     *     is excluded
     */
    public TaskFilter build() {
      EnumSet<TaskStatus> wanted = EnumSet.copyOf(statuses);
      if (!excluded.isEmpty()) {
        if (wanted.isEmpty()) {
          wanted = EnumSet.allOf(TaskStatus.class);
        }
        wanted.removeAll(excluded);
        if (wanted.isEmpty()) {
          throw new InvalidInputException(
              "every status that was asked for is excluded: leave one of them in");
        }
      }
      return new TaskFilter(
          wanted,
          sources,
          agentType,
          branch,
          text,
          parent,
          within,
          worker,
          key,
          createdFrom,
          createdBefore);
    }
  }
}
