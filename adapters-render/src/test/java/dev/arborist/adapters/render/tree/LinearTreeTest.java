package dev.arborist.adapters.render.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import org.junit.jupiter.api.Test;

/** The tree as sentences for a screen reader. */
class LinearTreeTest {

  private static String sentences(TreeSnapshot snapshot) {
    return Forest.render(new LinearTree(), snapshot);
  }

  @Test
  void everyTaskIsASentenceThatStandsForItself() {
    assertEquals(
        """
        task 1, Ship the release, level 1, 1 of 3, ready, 1 of 4 done, priority 55.2
        task 3, Sign the jars, level 2, 1 of 2, blocked, 0 of 2 done, priority 90.0
        task 4, Fetch the keys, level 3, 1 of 2, running, priority 100.0
        task 6, Wait for the notary, level 3, 2 of 2, pending, priority 0.1
        task 2, Write the changelog, level 2, 2 of 2, completed, priority 40.0
        task 5, 日本語の題 ␛[31m, level 1, 2 of 3, failed, 0 of 1 done, priority 1.0
        task 7, Give up, level 2, 1 of 1, cancelled, priority 0.0
        task 8, Lost, level 1, 3 of 3, ready, priority 0.0, its parent is missing
        """,
        sentences(Forest.small()));
  }

  @Test
  void collapsedTasksAndFailuresAreSaid() {
    TreeSnapshot snapshot =
        new Forest(TreeView.TREE)
            .add(1, 0, TaskStatus.READY, 0, "a")
            .add(2, 1, TaskStatus.FAILED, 0, "b")
            .snapshot();
    Forest.collapse(snapshot, 1);
    assertEquals(
        "task 1, a, level 1, 1 of 1, ready, 0 of 1 done, 1 failed, priority 0.0, collapsed\n",
        sentences(snapshot));
  }

  @Test
  void aFilterCountsWhatItShows() {
    TreeSnapshot snapshot = Forest.small();
    snapshot.visibility().filter(snapshot.visibility().tree().nodesOf(new long[] {6}));
    String text = sentences(snapshot);
    assertTrue(text.contains("task 6, Wait for the notary, level 3, 1 of 1, "), text);
    assertTrue(text.endsWith(", priority 0.1\n"), text);
    assertEquals(
        2, text.lines().filter(line -> line.endsWith(", does not meet the filter")).count());
  }

  @Test
  void theOtherViewsSayWhatTheyAreAbout() {
    TreeSnapshot branches =
        new Forest(TreeView.BRANCH).add(1, 0, TaskStatus.READY, 0, "a").branch("b").snapshot();
    assertEquals(
        """
        branch b, level 1, 1 of 1, 0 of 1 done
        task 1, a, level 2, 1 of 1, ready, priority 0.0
        """,
        sentences(branches));
    TreeSnapshot timeline =
        new Forest(TreeView.TIMELINE).add(1, 0, TaskStatus.READY, 0, "a").created(0).snapshot();
    assertTrue(sentences(timeline).endsWith(", priority 0.0, created 1970-01-01 00:00\n"));
    Forest waiting = new Forest(TreeView.DEPENDENCY);
    for (int i = 1; i <= 6; i++) {
      waiting.add(i, 0, TaskStatus.READY, 0, "x");
    }
    for (int i = 1; i <= 5; i++) {
      waiting.waitsFor(6, i);
    }
    String text = sentences(waiting.snapshot());
    assertTrue(text.contains("also after 2 and 3 and 4 and 1 more\n"), text);
  }
}
