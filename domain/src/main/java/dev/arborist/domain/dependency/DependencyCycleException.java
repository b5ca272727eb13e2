package dev.arborist.domain.dependency;

import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import java.util.stream.Collectors;

/** Prerequisites, or parents, would wait for each other in a circle; names the whole path. */
public final class DependencyCycleException extends RefusedException {

  private final List<TaskNumber> path;

  /**
   * Names the path.
   *
   * @param kind what the edges are, such as "prerequisites"
   * @param path the tasks in order, the first again at the end
   */
  public DependencyCycleException(String kind, List<TaskNumber> path) {
    super(
        "the "
            + kind
            + " form a cycle: "
            + path.stream().map(TaskNumber::toString).collect(Collectors.joining(" -> "))
            + "; remove one of them");
    this.path = List.copyOf(path);
  }

  /** The tasks in order, the first again at the end. */
  public List<TaskNumber> path() {
    return path;
  }
}
