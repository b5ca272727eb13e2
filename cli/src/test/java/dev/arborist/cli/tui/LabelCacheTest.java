package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.tui.rows.LabelCache;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels are read once, and a store that cannot be read is not asked for each frame. */
class LabelCacheTest {

  private static final String UNREADABLE = "(cannot be read)";

  @TempDir Path directory;
  private TuiQueue queue;
  private LabelCache cache;
  private int reads;
  private boolean broken;

  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
    queue.add("First", 0);
    queue.add("Second", 0);
    queue.add("Third", 0);
    cache = new LabelCache(this::read, queue.clock::nanos);
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private Labels read(TaskTree tree, int[] nodes, int count) {
    reads++;
    if (broken) {
      throw new StorageException("the disk is gone");
    }
    return queue.seen.browser().labels().read(tree, nodes, count);
  }

  private TaskTree load() {
    return queue.seen.browser().tree(TreeView.TREE, (tasks, total) -> {});
  }

  private String label(TaskTree tree, int node) {
    Labels labels = cache.read(tree, new int[] {node}, 1);
    return new String(
        labels.bytes(), labels.starts()[0], labels.lengths()[0], StandardCharsets.UTF_8);
  }

  @Test
  void aLabelIsReadOnceForATree() {
    TaskTree tree = load();
    assertEquals("First", label(tree, 0));
    assertEquals("First", label(tree, 0));
    assertEquals(1, reads);
    assertEquals("Second", label(tree, 1));
    assertEquals(2, reads);
    assertEquals("First", label(load(), 0));
    assertEquals(3, reads);
  }

  @Test
  void afterAFailureNothingIsReadForASecond() {
    TaskTree tree = load();
    label(tree, 0);
    broken = true;
    assertEquals(UNREADABLE, label(tree, 1));
    assertEquals(2, reads);
    queue.clock.advance(Duration.ofMillis(999));
    assertEquals(UNREADABLE, label(tree, 1));
    assertEquals(UNREADABLE, label(tree, 2), "nor is another");
    assertEquals("First", label(tree, 0), "what is known is shown");
    assertEquals(2, reads);
    queue.clock.advance(Duration.ofMillis(1));
    assertEquals(UNREADABLE, label(tree, 1));
    assertEquals(3, reads);
    broken = false;
    assertEquals(UNREADABLE, label(tree, 1));
    queue.clock.advance(Duration.ofSeconds(1));
    assertEquals("Second", label(tree, 1));
    assertEquals("Third", label(tree, 2));
    assertEquals(5, reads);
  }

  @Test
  void anotherTreeEndsTheRest() {
    broken = true;
    assertEquals(UNREADABLE, label(load(), 1));
    broken = false;
    assertEquals("Second", label(load(), 1));
  }
}
