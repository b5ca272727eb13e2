package dev.arborist.adapters.render.tree;

import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Collects tasks for a test, and renders them. */
final class Forest {

  private final TaskTreeBuilder tree;
  private final LoadedLabels.Collector labels = new LoadedLabels.Collector(16);

  Forest(TreeView view) {
    tree = new TaskTreeBuilder(view, 16);
  }

  /** The forest of most tests; 1 is the parent of 2 and 3, and so on. */
  static TreeSnapshot small() {
    return new Forest(TreeView.TREE)
        .add(1, 0, TaskStatus.READY, 5_525, "Ship the release")
        .add(2, 1, TaskStatus.COMPLETED, 4_000, "Write the changelog")
        .add(3, 1, TaskStatus.BLOCKED, 9_000, "Sign the jars")
        .add(4, 3, TaskStatus.RUNNING, 10_000, "Fetch the keys")
        .add(5, 0, TaskStatus.FAILED, 100, "日本語の題 \u001b[31m")
        .add(6, 3, TaskStatus.PENDING, 9, "Wait for the notary")
        .add(7, 5, TaskStatus.CANCELLED, 0, "Give up")
        .add(8, 77, TaskStatus.READY, 0, "Lost")
        .snapshot();
  }

  Forest add(long number, long parent, TaskStatus status, int priority, String label) {
    tree.add(number, parent, status, priority);
    labels.add(label.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Of the task just added. */
  Forest branch(String name) {
    tree.branch(name);
    return this;
  }

  /** Of the task just added. */
  Forest created(long epochMicros) {
    tree.created(epochMicros);
    return this;
  }

  Forest waitsFor(long dependent, long prerequisite) {
    tree.waitsFor(dependent, prerequisite);
    return this;
  }

  TreeSnapshot snapshot() {
    TaskTree built = tree.build();
    return new TreeSnapshot(new Visibility(built), labels.build(built));
  }

  static void collapse(TreeSnapshot snapshot, long number) {
    Visibility visibility = snapshot.visibility();
    visibility.collapse(visibility.tree().nodeOf(TaskNumber.of(number)).getAsInt());
  }

  static String render(TreeRenderer renderer, TreeSnapshot snapshot) {
    return render(renderer, snapshot, 0, Integer.MAX_VALUE);
  }

  static String render(TreeRenderer renderer, TreeSnapshot snapshot, int first, int rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      renderer.render(snapshot.visibility(), snapshot.labels(), first, rows, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
