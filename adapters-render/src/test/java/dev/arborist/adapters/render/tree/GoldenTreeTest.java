package dev.arborist.adapters.render.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every view looks like in every width, alphabet and colour depth, as files to review.
 *
 * <p>An escape character is written {@code \e} there. {@code -Dgolden.update=true} writes the files
 * anew.
 */
class GoldenTreeTest {

  private static final Path FILES = Path.of("src/test/resources/golden/tree");
  private static final int[] WIDTHS = {24, 40, 80, 0};
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long NEW_YEAR_2026 = 1_767_225_600_000_000L;

  /** Every status, scripts of every width, a task deeper than a narrow screen can show. */
  private static TreeSnapshot forest(TreeView view) {
    Forest forest = new Forest(view);
    add(forest, 1, 0, TaskStatus.RUNNING, 8_125, "main", "Ship release 1.0");
    add(forest, 2, 1, TaskStatus.COMPLETED, 4_000, "main", "Write the changelog");
    add(forest, 3, 1, TaskStatus.BLOCKED, 9_000, "sign", "Sign the jars with the new key");
    add(forest, 4, 3, TaskStatus.FAILED, 10_000, "sign", "Fetch the key from the vault");
    add(forest, 5, 3, TaskStatus.PENDING, 9, "sign", "Wait for the notary");
    add(forest, 6, 0, TaskStatus.READY, 5_050, null, "日本語のドキュメントを書く");
    add(
        forest,
        7,
        6,
        TaskStatus.COMPLETED,
        100,
        null,
        "👩‍👩‍👧 family, 🇳🇵 flag, e\u0301 accent");
    add(forest, 8, 6, TaskStatus.CANCELLED, 0, null, "\u001b]0;owned\u0007 \u202Egnp.exe");
    add(forest, 9, 77, TaskStatus.READY, 700, "main", "Its parent is gone");
    add(forest, 10, 11, TaskStatus.READY, 600, "loop", "One half of a circle");
    add(forest, 11, 10, TaskStatus.READY, 500, "loop", "The other half");
    for (int level = 1; level <= 9; level++) {
      int parent = level == 1 ? 0 : 10 + level;
      add(forest, 11 + level, parent, TaskStatus.READY, 50, "deep", "Level " + level);
    }
    add(forest, 21, 0, TaskStatus.READY, 40, "fold", "Collapsed");
    add(forest, 22, 21, TaskStatus.COMPLETED, 40, "fold", "Hidden and done");
    add(forest, 23, 21, TaskStatus.FAILED, 40, "fold", "Hidden and failed");
    forest.waitsFor(1, 2).waitsFor(1, 3).waitsFor(1, 9).waitsFor(3, 4).waitsFor(3, 5);
    forest.waitsFor(6, 77).waitsFor(22, 21).waitsFor(23, 21);
    TreeSnapshot snapshot = forest.snapshot();
    Forest.collapse(snapshot, 21);
    return snapshot;
  }

  private static void add(
      Forest forest,
      int number,
      int parent,
      TaskStatus status,
      int priority,
      String branch,
      String label) {
    forest.add(number, parent, status, priority, label).branch(branch);
    forest.created(NEW_YEAR_2026 + (number % 5) * DAY_MICROS + number * 60_000_000L);
  }

  static List<Arguments> pictures() {
    List<Arguments> pictures = new ArrayList<>();
    for (TreeView view : TreeView.values()) {
      for (int width : WIDTHS) {
        pictures.add(Arguments.of(view, width, false));
        pictures.add(Arguments.of(view, width, true));
      }
    }
    return pictures;
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyViewLooksAsItDid(TreeView view, int width, boolean ascii) throws IOException {
    StringBuilder text = new StringBuilder();
    for (ColourDepth depth : ColourDepth.values()) {
      TreeStyle style = TreeStyle.PLAIN.colours(depth).ascii(ascii).width(width);
      text.append("== ").append(depth).append('\n');
      text.append(Forest.render(new TextTree(style), forest(view)));
    }
    String name = view.label() + "-" + (width == 0 ? "unlimited" : width);
    compare(name + (ascii ? "-ascii" : "-utf8"), text.toString());
  }

  @ParameterizedTest
  @EnumSource(TreeView.class)
  void everyViewReadsAsItDid(TreeView view) throws IOException {
    compare(view.label() + "-plain", Forest.render(new LinearTree(), forest(view)));
  }

  private static void compare(String name, String text) throws IOException {
    String visible = text.replace("\u001b", "\\e");
    Path file = FILES.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FILES);
      Files.writeString(file, visible);
    }
    assertEquals(Files.readString(file), visible, file.toString());
  }
}
