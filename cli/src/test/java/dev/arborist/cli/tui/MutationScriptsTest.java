package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Mouse;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Others change the queue while somebody looks around in it: what they do moves neither the cursor,
 * nor what is expanded, nor the first row, task by task.
 */
@Tag("once")
class MutationScriptsTest {

  /** To create one takes as long as a script. */
  private static final int QUEUES = Integer.getInteger("arborist.tui.queues", 40);

  private static final int SCRIPTS_A_QUEUE = 25;
  private static final long FIRST_SEED = Long.getLong("arborist.tui.seed", 1);
  private static final int ROUNDS = 6;
  private static final int COLUMNS = 60;

  private static final Input[] MOVES = {
    new Input.Typed('j'),
    new Input.Typed('k'),
    new Input.Typed('G'),
    new Input.Typed('g'),
    new Input.Typed('h'),
    new Input.Typed('l'),
    new Input.Typed('-'),
    new Input.Typed('+'),
    new Input.Typed('h'),
    new Input.Typed('l'),
    Input.Key.PAGE_DOWN,
    Input.Key.PAGE_UP,
    Input.Key.CTRL_D,
    Input.Key.CTRL_U,
    new Mouse(Mouse.Action.WHEEL_DOWN, 5, 5),
    new Mouse(Mouse.Action.WHEEL_UP, 5, 5),
    new Mouse(Mouse.Action.PRESS, 4, 20),
    new Mouse(Mouse.Action.PRESS, 6, 2)
  };

  @TempDir Path directory;

  /** How often a claim was put to the test, so that none holds only for want of cases. */
  private int cursorsKept;

  private int anchorsKept;
  private int collapsedKept;

  @Test
  void nothingMovesUnderTheCursor() throws IOException {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + QUEUES; seed++) {
      Path place = Files.createDirectory(directory.resolve("queue-" + seed));
      try (TuiQueue queue = new TuiQueue(place)) {
        SplittableRandom random = new SplittableRandom(seed);
        Mutations others = new Mutations(queue.other, random.split());
        for (int script = 0; script < SCRIPTS_A_QUEUE; script++) {
          run(queue, others, random, "-Darborist.tui.seed=" + seed + " -Darborist.tui.queues=1");
        }
      }
    }
    if (QUEUES * SCRIPTS_A_QUEUE >= 1_000) {
      assertTrue(
          cursorsKept > 4_000 && anchorsKept > 4_000 && collapsedKept > 1_000,
          () -> cursorsKept + " cursors, " + anchorsKept + " anchors, " + collapsedKept);
    }
  }

  private void run(TuiQueue queue, Mutations others, SplittableRandom random, String seed) {
    others.fill(5 + random.nextInt(30));
    List<String> log = new ArrayList<>();
    TreeView view = List.of(TreeView.values()).get(random.nextInt(TreeView.values().length));
    TaskFilter filter = filter(random);
    try (TuiDriver tui = queue.at(COLUMNS, 6 + random.nextInt(12))) {
      tui.session.begin(view, filter);
      tui.step();
      tui.step();
      for (int round = 0; round < ROUNDS; round++) {
        for (int move = random.nextInt(4); move > 0; move--) {
          Input input = MOVES[random.nextInt(MOVES.length)];
          log.add(input.toString());
          tui.does(input);
        }
        Seen before = Seen.of(tui);
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
          log.add(others.mutate());
        }
        tui.looksAgain();
        check(before, tui, new NaiveTree(queue.other.browser(), view, filter), seed, log);
      }
    }
  }

  private static TaskFilter filter(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> TaskFilter.ofStatuses(EnumSet.of(TaskStatus.READY, TaskStatus.BLOCKED));
      case 1 -> TaskFilter.where().branch("i").build();
      default -> TaskFilter.ALL;
    };
  }

  /** What a person has before the eyes. */
  private record Seen(List<String> rows, Set<String> collapsed, int cursor, int first, int height) {

    static Seen of(TuiDriver tui) {
      Viewport viewport = tui.session.board().viewport();
      Visibility visibility = viewport.cursor().visibility();
      List<String> rows = new ArrayList<>();
      for (int row = 0; row < visibility.rows(); row++) {
        rows.add(key(visibility.tree(), visibility.nodeAt(row)));
      }
      Set<String> collapsed = new LinkedHashSet<>();
      for (int node = 0; node < visibility.tree().size(); node++) {
        if (visibility.isCollapsed(node)) {
          collapsed.add(key(visibility.tree(), node));
        }
      }
      return new Seen(
          rows, collapsed, viewport.cursor().row(), viewport.firstRow(), viewport.height());
    }

    private static String key(TaskTree tree, int node) {
      String name = tree.isGroup(node) ? tree.groupName(node) : null;
      String group = "branch " + (name == null ? "" : "/" + name);
      return tree.isGroup(node) ? group : "#" + tree.number(node);
    }
  }

  private void check(Seen before, TuiDriver tui, NaiveTree tree, String seed, List<String> log) {
    Seen now = Seen.of(tui);
    Supplier<String> where =
        () -> seed + " after " + log + "\n" + before + "\n" + now + "\n" + tui.frame();
    Set<String> collapsed = new LinkedHashSet<>(before.collapsed());
    collapsed.removeIf(key -> !tree.exists(key) || !tree.leads(key));
    assertEquals(collapsed, new LinkedHashSet<>(now.collapsed()), where);
    List<String> rows = tree.rows(collapsed);
    assertEquals(rows, now.rows(), where);
    if (rows.isEmpty()) {
      return;
    }
    int cursor = tree.rowOf(before.rows(), before.cursor(), rows);
    assertEquals(cursor, now.cursor(), where);
    int first = tree.rowOf(before.rows(), before.first(), rows);
    first = Math.max(0, Math.min(first, rows.size() - now.height()));
    first = Math.min(first, cursor);
    first = Math.max(first, cursor - now.height() + 1);
    while (cursor - first < sticky(tree, rows, first, now.height())) {
      first--;
    }
    assertEquals(first, now.first(), where);
    // What covers the first rows covers the cursor never, and the filter has a line of its own.
    int header = tui.frame().contains("filter: ") ? 3 : 2;
    String row = tui.row(header + cursor - first) + " ";
    String key = rows.get(cursor);
    assertTrue(key.startsWith("#") ? row.contains(key + " ") : !row.contains("#"), where);
    count(before, now, collapsed);
  }

  private void count(Seen before, Seen now, Set<String> collapsed) {
    if (!before.rows().isEmpty()) {
      String cursor = before.rows().get(before.cursor());
      cursorsKept += cursor.equals(now.rows().get(now.cursor())) ? 1 : 0;
      String first = before.rows().get(before.first());
      anchorsKept += first.equals(now.rows().get(now.first())) ? 1 : 0;
      collapsedKept += collapsed.isEmpty() ? 0 : 1;
    }
  }

  /** How many of the first rows are covered by ancestors of the first that is not. */
  private static int sticky(NaiveTree tree, List<String> rows, int first, int height) {
    int most = Math.min(height / 3, rows.size() - 1 - first);
    int fitting = 0;
    for (int covered = 1; covered <= most; covered++) {
      boolean needed = true;
      for (int less = 0; less < covered; less++) {
        needed &= tree.depth(rows.get(first + less)) > less;
      }
      fitting = needed && tree.depth(rows.get(first + covered)) >= covered ? covered : fitting;
    }
    return fitting;
  }
}
