package dev.arborist.cli.work;

import dev.arborist.domain.task.DurationText;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Schedule;
import java.time.Duration;
import java.util.List;

/**
 * How programs are run and what their ends mean.
 *
 * @param invocation what is run
 * @param grace how long a program has to end when it is asked to
 * @param takesResult whether standard output is the task's result
 * @param permanentExits the exit codes that no repetition mends
 */
public record ProgramSettings(
    Invocation invocation, Duration grace, boolean takesResult, List<Integer> permanentExits) {

  private static final int EXIT_MAX = 255;

  /**
   * Keeps its own copy of the exit codes.
   *
   * @throws InvalidInputException when a code is none of a failure, or the grace longer than ten
   *     years
   */
  public ProgramSettings {
    if (grace.compareTo(Schedule.DURATION_MAX) > 0) {
      throw new InvalidInputException(
          "the grace is " + DurationText.of(grace) + ": give at most ten years");
    }
    permanentExits = List.copyOf(permanentExits);
    for (int code : permanentExits) {
      if (code < 1 || code > EXIT_MAX) {
        throw new InvalidInputException(
            "the exit code " + code + " is none of a failure: give 1 to " + EXIT_MAX);
      }
    }
  }
}
