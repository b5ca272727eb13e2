package dev.arborist.cli;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/** Some tasks of a queue as a tree: those whose parent is not among them stand at the top. */
final class TaskForest {

  private TaskForest() {}

  static TaskTree of(List<TaskNumber> numbers, TaskBrowser browser) {
    TreeSet<TaskNumber> members = new TreeSet<>(numbers);
    TaskTreeBuilder tree = new TaskTreeBuilder(members.size());
    for (TaskNumber number : members) {
      Task task = browser.get(number).task();
      TaskNumber parent = task.profile().parent();
      tree.add(
          number.value(),
          parent != null && members.contains(parent) ? parent.value() : 0,
          task.status(),
          task.rank().priority(),
          task.profile().summary().getBytes(StandardCharsets.UTF_8));
    }
    return tree.build();
  }
}
