package dev.arborist.domain.upkeep;

import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which terminal tasks are to be deleted: those that meet every condition given.
 *
 * @param numbers these tasks; empty for all that meet the other conditions
 * @param statuses terminal statuses; empty for all three
 * @param finishedBefore the end came before this instant
 * @param recursive whole subtrees: a task goes together with its descendants, and only when each of
 *     them meets the statuses and the time too
 * @param limit how many tasks at most, those that ended first; 0 for all
 * @param dryRun whether only to say what would be deleted
 * @param vacuum whether the space is given back afterwards
 */
public record PruneRequest(
    List<TaskNumber> numbers,
    Set<TaskStatus> statuses,
    @Nullable Instant finishedBefore,
    boolean recursive,
    int limit,
    boolean dryRun,
    VacuumMode vacuum) {

  /**
   * Checks that something narrows the request and that all statuses are terminal.
   *
   * @throws InvalidInputException when nothing does, when a status is open or the limit negative
   */
  public PruneRequest {
    numbers = numbers.stream().distinct().sorted().toList();
    EnumSet<TaskStatus> copy = EnumSet.noneOf(TaskStatus.class);
    copy.addAll(statuses);
    statuses = Collections.unmodifiableSet(copy);
    finishedBefore = EpochMicros.keepOptional("date", finishedBefore);
    if (numbers.isEmpty() && statuses.isEmpty() && finishedBefore == null) {
      throw new InvalidInputException("say what to prune: numbers, an age, a date or a status");
    }
    for (TaskStatus status : statuses) {
      if (status.isOpen()) {
        throw new InvalidInputException(
            "tasks that are "
                + status.label()
                + " are never pruned: name completed, failed or cancelled");
      }
    }
    if (limit < 0) {
      throw new InvalidInputException("the limit is " + limit + ": give 1 or more, or 0 for all");
    }
  }

  /** Starts from no condition at all. */
  public static Builder where() {
    return new Builder();
  }

  /** Collects conditions; not safe for use by several threads. */
  public static final class Builder {

    private List<TaskNumber> numbers = List.of();
    private final EnumSet<TaskStatus> statuses = EnumSet.noneOf(TaskStatus.class);
    private @Nullable Instant finishedBefore;
    private boolean recursive;
    private int limit;
    private boolean dryRun;
    private VacuumMode vacuum = VacuumMode.CONDITIONAL;

    private Builder() {}

    /** Only these tasks. */
    public Builder numbers(List<TaskNumber> value) {
      numbers = value;
      return this;
    }

    /** Also tasks in one of these statuses. */
    public Builder statuses(Collection<TaskStatus> value) {
      statuses.addAll(value);
      return this;
    }

    /** Only tasks that ended before this instant. */
    public Builder finishedBefore(@Nullable Instant value) {
      finishedBefore = value;
      return this;
    }

    /** Whole subtrees instead of single tasks. */
    public Builder recursive(boolean value) {
      recursive = value;
      return this;
    }

    /** At most so many tasks; 0, the default, for all. */
    public Builder limit(int value) {
      limit = value;
      return this;
    }

    /** Only say what would be deleted. */
    public Builder dryRun(boolean value) {
      dryRun = value;
      return this;
    }

    /** Whether the space is given back; conditional by default. */
    public Builder vacuum(VacuumMode value) {
      vacuum = value;
      return this;
    }

    /**
     * The request as collected.
     *
     * @throws InvalidInputException when nothing narrows it or a status is open
     */
    public PruneRequest build() {
      return new PruneRequest(numbers, statuses, finishedBefore, recursive, limit, dryRun, vacuum);
    }
  }
}
