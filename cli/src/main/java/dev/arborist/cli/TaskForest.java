package dev.arborist.cli;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/** A few tasks of a queue as a tree: those whose parent is not among them stand at the top. */
final class TaskForest {

  private TaskForest() {}

  /** Reads each of the tasks, which is quicker than the whole queue as long as they are few. */
  static TreeSnapshot of(List<TaskNumber> numbers, TaskBrowser browser) {
    TreeSet<TaskNumber> members = new TreeSet<>(numbers);
    TaskTreeBuilder builder = new TaskTreeBuilder(TreeView.TREE, members.size());
    LoadedLabels.Collector labels = new LoadedLabels.Collector(members.size());
    for (TaskNumber number : members) {
      Task task = browser.get(number).task();
      TaskNumber parent = task.profile().parent();
      builder.add(
          number.value(),
          parent != null && members.contains(parent) ? parent.value() : 0,
          task.status(),
          task.rank().priority());
      labels.add(task.profile().summary().getBytes(StandardCharsets.UTF_8));
    }
    TaskTree tree = builder.build();
    return new TreeSnapshot(new Visibility(tree), labels.build(tree));
  }
}
