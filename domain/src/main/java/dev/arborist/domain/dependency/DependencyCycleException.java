package dev.arborist.domain.dependency;

import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import java.util.function.IntFunction;

/** An edge would close a cycle, of prerequisites or of parents; names the path. */
public final class DependencyCycleException extends RefusedException {

  /** A message is one line that people read; the whole path is in {@link #path}. */
  private static final int SHOWN_AT_EACH_END = 8;

  private final List<TaskNumber> path;

  /**
   * Names the path.
   *
   * @param kind what the edges are, "prerequisites" or "parents"
   * @param path the tasks of the cycle in the order of the edges, beginning and ending with the
   *     task that was to get the new edge
   */
  public DependencyCycleException(String kind, List<TaskNumber> path) {
    super(
        "the " + kind + " would form a cycle: " + shown(path.size(), i -> path.get(i).toString()));
    this.path = List.copyOf(path);
  }

  /** The tasks of the cycle in the order of the edges; the first stands again at the end. */
  public List<TaskNumber> path() {
    return path;
  }

  /**
   * A cycle as a message shows it, in one line that people read: the first again at the end, and of
   * a long one only both ends.
   *
   * @param cycle its members in the order of the edges
   * @param name what to call one of them
   */
  public static String shown(int[] cycle, IntFunction<String> name) {
    return shown(cycle.length + 1, i -> name.apply(cycle[i % cycle.length]));
  }

  private static String shown(int length, IntFunction<String> nameAt) {
    StringBuilder text = new StringBuilder();
    int left = length - 2 * SHOWN_AT_EACH_END;
    for (int i = 0; i < length; i++) {
      if (left > 1 && i == SHOWN_AT_EACH_END) {
        text.append(" -> … ").append(left).append(" more …");
        i += left;
      }
      text.append(i == 0 ? "" : " -> ").append(nameAt.apply(i));
    }
    return text.toString();
  }
}
