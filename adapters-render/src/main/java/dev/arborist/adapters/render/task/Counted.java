package dev.arborist.adapters.render.task;

import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers of things as people say them. */
public final class Counted {

  /** A line that names more tasks than this is read by nobody. */
  private static final int NAMED_MAX = 20;

  private Counted() {}

  /** How many, such as {@code 1 task} or {@code 3 tasks}. */
  public static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** The tasks by number, such as {@code #3 #5}; of many, the first and how many more. */
  public static String named(List<TaskNumber> numbers) {
    String first =
        numbers.stream()
            .limit(NAMED_MAX)
            .map(TaskNumber::toString)
            .collect(Collectors.joining(" "));
    int more = numbers.size() - NAMED_MAX;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
