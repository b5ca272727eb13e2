package dev.arborist.application.service;

import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives tasks numbers that the queue has given out, in the order of those they have. */
final class Renumbering {

  private final long[] numbers;
  private final List<TaskNumber> given;

  /**
   * A renumbering.
   *
   * @param numbers the numbers that the tasks have, ascending
   * @param given as many numbers, ascending
   */
  Renumbering(long[] numbers, List<TaskNumber> given) {
    this.numbers = numbers;
    this.given = given;
  }

  /** The same tasks, parents and prerequisites under their new numbers. */
  List<TaskDetails> apply(List<TaskDetails> tasks) {
    List<TaskDetails> renumbered = new ArrayList<>(tasks.size());
    for (TaskDetails details : tasks) {
      renumbered.add(
          new TaskDetails(
              moved(details.task()),
              details.prompt(),
              details.payload(),
              details.result(),
              details.error(),
              details.prerequisites().stream().map(this::moved).toList(),
              details.fingerprint()));
    }
    return renumbered;
  }

  private Task moved(Task task) {
    TaskProfile profile = task.profile();
    return new Task(
        moved(task.number()),
        task.id(),
        new TaskProfile(
            profile.summary(),
            profile.source(),
            profile.agentType(),
            profile.branch(),
            profile.session(),
            movedOrNone(profile.parent()),
            profile.idempotencyKey()),
        task.schedule(),
        task.progress().causedBy(movedOrNone(task.progress().cause())),
        task.rank(),
        task.createdAt(),
        task.updatedAt());
  }

  /** Nothing also for a cause that is not among the tasks, because it was pruned. */
  private @Nullable TaskNumber movedOrNone(@Nullable TaskNumber number) {
    boolean known = number != null && Arrays.binarySearch(numbers, number.value()) >= 0;
    return number == null || !known ? null : moved(number);
  }

  private TaskNumber moved(TaskNumber number) {
    return given.get(Arrays.binarySearch(numbers, number.value()));
  }
}
