package dev.arborist.adapters.render.tree;

import static dev.arborist.adapters.render.tree.Forest.collapse;
import static dev.arborist.adapters.render.tree.Forest.render;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.text.DisplayWidth;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTreeTest {

  private static final TaskStatus[] STATUSES = TaskStatus.values();

  private static String text(TreeStyle style, TreeSnapshot snapshot) {
    return render(new TextTree(style), snapshot);
  }

  @Test
  void aTreeIsDrawnWithGuidesIconsNumbersAndPriorities() {
    assertEquals(
        """
        ◎ #1 Ship the release  55.2
        ├─ ⊗ #3 Sign the jars  90.0
        │  ├─ ◉ #4 Fetch the keys  100.0
        │  └─ ○ #6 Wait for the notary  0.1
        └─ ✓ #2 Write the changelog  40.0
        ✗ #5 日本語の題 ␛[31m  1.0
        └─ ⊘ #7 Give up  0.0
        ◎ #8 Lost  0.0 (its parent is missing)
        """,
        text(TreeStyle.PLAIN, Forest.small()));
  }

  @Test
  void asciiGuidesNeedNothingElse() {
    String text = text(TreeStyle.PLAIN.ascii(true), Forest.small());
    assertTrue(text.startsWith("o #1 Ship the release  55.2\n|- # #3 Sign the jars"), text);
    assertTrue(text.contains("|  `- . #6"), text);
  }

  @ParameterizedTest
  @EnumSource(ColourDepth.class)
  void coloursAreEndedAndSayNothingElse(ColourDepth depth) {
    String coloured = text(TreeStyle.PLAIN.colours(depth), Forest.small());
    assertEquals(
        text(TreeStyle.PLAIN, Forest.small()), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    coloured
        .lines()
        .forEach(
            line ->
                assertEquals(
                    line.lastIndexOf("\u001b["),
                    line.lastIndexOf("\u001b[0m"),
                    "a colour runs on behind " + line));
    assertEquals(depth == ColourDepth.NONE, coloured.indexOf('\u001b') < 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 20, 30, 40, 80})
  void noLineIsWiderThanTheWidth(int width) {
    for (AmbiguousWidth ambiguous : AmbiguousWidth.values()) {
      String text = text(TreeStyle.PLAIN.width(width).ambiguous(ambiguous), Forest.small());
      assertEquals(8, text.lines().count());
      text.lines().forEach(line -> assertTrue(DisplayWidth.of(line, ambiguous) <= width, line));
    }
  }

  @Test
  void guidesOfAWideTerminalStandBelowEachOther() {
    String text = text(TreeStyle.PLAIN.width(60).ambiguous(AmbiguousWidth.WIDE), Forest.small());
    String deep = text.lines().filter(line -> line.contains("#4")).findFirst().orElseThrow();
    String before = deep.substring(0, deep.indexOf('◉'));
    assertEquals(
        2 * DisplayWidth.of("├─ ", AmbiguousWidth.WIDE),
        DisplayWidth.of(before, AmbiguousWidth.WIDE));
  }

  @Test
  void longSummariesAreCutBeforeThePriority() {
    String text = text(TreeStyle.PLAIN.width(30), Forest.small());
    assertTrue(text.contains("│  └─ ○ #6 Wait for the …  0.1\n"), text);
  }

  @Test
  void collapsedNodesSayHowFarTheirTasksHaveCome() {
    TreeSnapshot snapshot = Forest.small();
    collapse(snapshot, 1);
    collapse(snapshot, 5);
    String text = text(TreeStyle.PLAIN, snapshot);
    assertTrue(text.startsWith("◎ #1 Ship the release  55.2 ▸ 1/4 ✓\n✗ #5"), text);
    assertTrue(text.contains("1.0 ▸ 0/1 ✓\n"), text);
  }

  @Test
  void failuresBelowACollapsedNodeAreCounted() {
    Forest forest = new Forest(TreeView.TREE).add(1, 0, TaskStatus.READY, 0, "top");
    for (int i = 2; i <= 41; i++) {
      TaskStatus status = i <= 13 ? TaskStatus.COMPLETED : TaskStatus.READY;
      forest.add(i, 1, i > 38 ? TaskStatus.FAILED : status, 0, "x");
    }
    TreeSnapshot snapshot = forest.snapshot();
    collapse(snapshot, 1);
    assertEquals("◎ #1 top  0.0 ▸ 12/40 ✓ 3 ✗\n", text(TreeStyle.PLAIN, snapshot));
    assertEquals("o #1 top  0.0 > 12/40 + 3 x\n", text(TreeStyle.PLAIN.ascii(true), snapshot));
  }

  @Test
  void whereThereIsLittleRoomThePriorityGoesBeforeTheMarksAndMarksGoWhole() {
    Forest forest =
        new Forest(TreeView.TREE).add(1, 0, TaskStatus.READY, 0, "Build the greenhouse");
    for (int i = 2; i <= 41; i++) {
      TaskStatus status = i <= 13 ? TaskStatus.COMPLETED : TaskStatus.FAILED;
      forest.add(i, 1, status, 0, "x");
    }
    TreeSnapshot snapshot = forest.snapshot();
    collapse(snapshot, 1);
    assertEquals(
        "◎ #1 Build the gr…  0.0 ▸ 12/40 ✓ 28 ✗\n", text(TreeStyle.PLAIN.width(38), snapshot));
    assertEquals("◎ #1 Build the… ▸ 12/40 ✓ 28 ✗\n", text(TreeStyle.PLAIN.width(30), snapshot));
    assertEquals("◎ #1 Build the green… ▸\n", text(TreeStyle.PLAIN.width(23), snapshot));
    assertEquals("◎ #1 Bui… ▸\n", text(TreeStyle.PLAIN.width(11), snapshot));
    assertEquals("o #1 Bui~ >\n", text(TreeStyle.PLAIN.width(11).ascii(true), snapshot));
  }

  @Test
  void iconsAreEquallyWideOnEveryTerminal() {
    TreeStyle wide = TreeStyle.PLAIN.ambiguous(AmbiguousWidth.WIDE);
    List<Integer> columns =
        text(wide, Forest.small())
            .lines()
            .filter(line -> line.startsWith("✗") || line.startsWith("◎"))
            .map(line -> line.substring(0, line.indexOf('#')))
            .map(start -> DisplayWidth.of(start, AmbiguousWidth.WIDE))
            .distinct()
            .toList();
    assertEquals(List.of(3), columns);
  }

  @Test
  void furtherPrerequisitesAreNamed() {
    Forest forest = new Forest(TreeView.DEPENDENCY);
    for (int i = 1; i <= 6; i++) {
      forest.add(i, 0, TaskStatus.READY, 0, "x");
    }
    for (int i = 1; i <= 5; i++) {
      forest.waitsFor(6, i);
    }
    String text = text(TreeStyle.PLAIN, forest.snapshot());
    assertTrue(text.contains("└─ ◎ #6 x  0.0 (also after #2 #3 #4 +1)\n"), text);
  }

  @Test
  void anOrphanOfTheDependencyViewLacksAPrerequisite() {
    Forest forest = new Forest(TreeView.DEPENDENCY).add(1, 9, TaskStatus.READY, 0, "x");
    assertEquals(
        "◎ #1 x  0.0 (a prerequisite is missing)\n",
        text(TreeStyle.PLAIN, forest.waitsFor(1, 9).snapshot()));
  }

  @Test
  void branchesAreHeadingsWithTheirProgress() {
    TreeSnapshot snapshot =
        new Forest(TreeView.BRANCH)
            .add(1, 0, TaskStatus.COMPLETED, 0, "done")
            .branch("b\u001b[2J")
            .add(2, 0, TaskStatus.READY, 0, "free")
            .branch(null)
            .snapshot();
    assertEquals(
        "b␛[2J 1/1 ✓\n└─ ✓ #1 done  0.0\n(no branch) 0/1 ✓\n└─ ◎ #2 free  0.0\n",
        text(TreeStyle.PLAIN, snapshot));
  }

  @Test
  void whereThereIsLittleRoomABranchStillSaysThatItHidesOthers() {
    TreeSnapshot snapshot =
        new Forest(TreeView.BRANCH).add(1, 0, TaskStatus.READY, 0, "x").branch("main").snapshot();
    snapshot.visibility().collapse(0);
    assertEquals("main ▸ 0/1 ✓\n", text(TreeStyle.PLAIN.width(20), snapshot));
    assertEquals("main ▸\n", text(TreeStyle.PLAIN.width(12), snapshot));
  }

  @Test
  void theTimelineShowsWhenTasksWereCreated() {
    TreeSnapshot snapshot =
        new Forest(TreeView.TIMELINE)
            .add(1, 0, TaskStatus.READY, 0, "x")
            .created(1_767_225_659_999_999L)
            .add(2, 0, TaskStatus.READY, 0, "before 1970")
            .created(-1)
            .snapshot();
    assertEquals(
        "1969-12-31 23:59 ◎ #2 before 1970  0.0\n2026-01-01 00:00 ◎ #1 x  0.0\n",
        text(TreeStyle.PLAIN, snapshot));
    assertTrue(text(TreeStyle.PLAIN.width(40), snapshot).startsWith("◎ #2"));
  }

  @Test
  void aFilterDimsWhatIsShownForOthers() {
    TreeSnapshot snapshot = Forest.small();
    Visibility visibility = snapshot.visibility();
    visibility.filter(visibility.tree().nodesOf(new long[] {6}));
    assertEquals(
        """
        ◎ #1 Ship the release  55.2
        └─ ⊗ #3 Sign the jars  90.0
           └─ ○ #6 Wait for the notary  0.1
        """,
        text(TreeStyle.PLAIN, snapshot));
    String coloured = text(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16), snapshot);
    assertTrue(coloured.startsWith("\u001b[2m◎ #1 "), coloured);
    visibility.filter(visibility.tree().nodesOf(new long[] {7}));
    collapse(snapshot, 5);
    assertTrue(
        text(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16), snapshot)
            .endsWith("\u001b[2m ▸ 0/1 \u001b[92m✓\u001b[0m\u001b[0m\n"),
        "what follows the priority is dim too");
    assertTrue(coloured.contains("└─ \u001b[34m○\u001b[0m #6"), coloured);
  }

  @Test
  void aTaskThatWasDeletedSinceSaysSo() {
    TreeSnapshot snapshot = Forest.small();
    TreeSnapshot gone =
        new TreeSnapshot(
            snapshot.visibility(),
            (tree, nodes, count) -> {
              int[] lengths = new int[count];
              Arrays.fill(lengths, Labels.GONE);
              return new Labels(new byte[0], new int[count], lengths);
            });
    assertTrue(text(TreeStyle.PLAIN, gone).startsWith("◎ #1 (deleted since)  55.2\n"));
  }

  @Test
  void anyPartOfTheRowsEqualsThatPartOfTheWhole() {
    TextTree renderer = new TextTree(TreeStyle.PLAIN);
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Forest forest = new Forest(TreeView.TREE);
      int n = 400;
      for (int number = 1; number <= n; number++) {
        boolean deep = random.nextInt(20) > 0;
        int parent = number == 1 ? 0 : deep ? number - 1 : random.nextInt(number);
        forest.add(number, parent, TaskStatus.READY, random.nextInt(9), "x");
      }
      TreeSnapshot snapshot = forest.snapshot();
      String[] all = render(renderer, snapshot).split("\n", -1);
      for (int first = 0; first < n; first += 7) {
        int rows = random.nextInt(30);
        StringBuilder expected = new StringBuilder();
        for (int row = first; row < Math.min(n, first + rows); row++) {
          expected.append(all[row]).append('\n');
        }
        assertEquals(expected.toString(), render(renderer, snapshot, first, rows), "seed " + seed);
      }
    }
  }

  @Test
  void rowsThatAreNotThereAreLeftOut() {
    TextTree renderer = new TextTree(TreeStyle.PLAIN);
    assertEquals("", render(renderer, Forest.small(), 8, 3));
    assertEquals("", render(renderer, Forest.small(), 0, 0));
    assertEquals("", render(renderer, new Forest(TreeView.TREE).snapshot()));
  }

  @Test
  void aCycleIsShownAndMarked() {
    Forest forest =
        new Forest(TreeView.TREE)
            .add(1, 2, TaskStatus.READY, 0, "a")
            .add(2, 1, TaskStatus.READY, 0, "b");
    assertEquals(
        "◎ #1 a  0.0 (on a cycle)\n└─ ◎ #2 b  0.0\n", text(TreeStyle.PLAIN, forest.snapshot()));
  }

  @Test
  void deepGuidesAreElidedSoThatALongChainStaysCheap() throws IOException {
    int n = 1_000_000;
    Forest chain = new Forest(TreeView.TREE);
    for (int number = 1; number <= n; number++) {
      chain.add(number, number - 1L, STATUSES[number % STATUSES.length], 0, "x");
    }
    long[] written = {0};
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            written[0]++;
          }

          @Override
          public void write(byte[] b, int from, int length) {
            written[0] += length;
          }
        };
    TreeSnapshot snapshot = chain.snapshot();
    new TextTree(TreeStyle.PLAIN).render(snapshot.visibility(), snapshot.labels(), 0, n, counting);
    assertTrue(written[0] < 130L * n, written[0] + " bytes");
    String last = render(new TextTree(TreeStyle.PLAIN), snapshot, n - 1, 1);
    assertTrue(last.startsWith("⋯+999,975  "), last);
  }

  @Test
  void aNumberOfManyDigitsIsWritten() {
    TreeSnapshot one =
        new Forest(TreeView.TREE).add(Long.MAX_VALUE, 0, TaskStatus.READY, 0, "x").snapshot();
    String text = text(TreeStyle.PLAIN, one);
    assertTrue(text.contains("#" + Long.MAX_VALUE + " x"), text);
    assertFalse(text(TreeStyle.PLAIN.width(10), Forest.small()).isEmpty());
  }
}
