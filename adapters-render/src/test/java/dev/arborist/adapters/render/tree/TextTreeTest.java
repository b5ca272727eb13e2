package dev.arborist.adapters.render.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTreeTest {

  private static final TaskStatus[] STATUSES = TaskStatus.values();

  private static TaskTree forest() {
    TaskTreeBuilder tree = new TaskTreeBuilder(8);
    tree.add(1, 0, TaskStatus.READY, 5_525, bytes("Ship the release"));
    tree.add(2, 1, TaskStatus.COMPLETED, 4_000, bytes("Write the changelog"));
    tree.add(3, 1, TaskStatus.BLOCKED, 9_000, bytes("Sign the jars"));
    tree.add(4, 3, TaskStatus.RUNNING, 10_000, bytes("Fetch the keys"));
    tree.add(5, 0, TaskStatus.FAILED, 100, bytes("日本語の題 \u001b[31m"));
    tree.add(6, 3, TaskStatus.PENDING, 9, bytes("Wait for the notary"));
    tree.add(7, 5, TaskStatus.CANCELLED, 0, bytes("Give up"));
    tree.add(8, 77, TaskStatus.READY, 0, bytes("Lost"));
    return tree.build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String render(TreeStyle style, Visibility visibility) {
    return render(style, visibility, 0, Integer.MAX_VALUE);
  }

  private static String render(TreeStyle style, Visibility visibility, int first, int rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new TextTree(style).render(visibility, first, rows, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
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
        render(TreeStyle.PLAIN, new Visibility(forest())));
  }

  @Test
  void asciiGuidesNeedNothingElse() {
    String text = render(new TreeStyle(false, true, 0), new Visibility(forest()));
    assertTrue(text.startsWith("o #1 Ship the release  55.2\n|- # #3 Sign the jars"), text);
    assertTrue(text.contains("|  `- . #6"), text);
  }

  @Test
  void coloursAreEndedAndSayNothingElse() {
    String coloured = render(new TreeStyle(true, false, 0), new Visibility(forest()));
    assertTrue(coloured.startsWith("\u001b[32m◎\u001b[0m #1"), coloured);
    assertEquals(
        render(TreeStyle.PLAIN, new Visibility(forest())),
        coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 20, 30, 40, 80})
  void noLineIsWiderThanTheWidth(int width) {
    String text = render(new TreeStyle(false, false, width), new Visibility(forest()));
    assertEquals(8, text.lines().count());
    text.lines().forEach(line -> assertTrue(SafeText.of(line).width() <= width, line));
  }

  @Test
  void longSummariesAreCutBeforeThePriority() {
    String text = render(new TreeStyle(false, false, 30), new Visibility(forest()));
    assertTrue(text.contains("│  └─ ○ #6 Wait for the …  0.1\n"), text);
  }

  @Test
  void collapsedNodesSayHowManyTheyHide() {
    Visibility visibility = new Visibility(forest());
    visibility.collapse(0);
    assertTrue(
        render(TreeStyle.PLAIN, visibility).startsWith("◎ #1 Ship the release  55.2 [+4]\n✗ #5"));
  }

  @Test
  void anyPartOfTheRowsEqualsThatPartOfTheWhole() {
    Visibility visibility = new Visibility(forest());
    String[] all = render(TreeStyle.PLAIN, visibility).split("\n", -1);
    for (int first = 0; first <= 8; first++) {
      for (int rows = 0; rows <= 9; rows++) {
        String part = render(TreeStyle.PLAIN, visibility, first, rows);
        StringBuilder expected = new StringBuilder();
        for (int row = first; row < Math.min(8, first + rows); row++) {
          expected.append(all[row]).append('\n');
        }
        assertEquals(expected.toString(), part);
      }
    }
  }

  @Test
  void aCycleIsShownAndMarked() {
    TaskTreeBuilder tree = new TaskTreeBuilder(2);
    tree.add(1, 2, TaskStatus.READY, 0, bytes("a"));
    tree.add(2, 1, TaskStatus.READY, 0, bytes("b"));
    assertEquals(
        "◎ #1 a  0.0 (its parents form a cycle)\n└─ ◎ #2 b  0.0\n",
        render(TreeStyle.PLAIN, new Visibility(tree.build())));
  }

  @Test
  void deepGuidesAreElidedSoThatALongChainStaysCheap() throws IOException {
    int n = 200_000;
    TaskTreeBuilder chain = new TaskTreeBuilder(n);
    for (int number = 1; number <= n; number++) {
      chain.add(number, number - 1L, STATUSES[number % STATUSES.length], 0, bytes("x"));
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
    Visibility visibility = new Visibility(chain.build());
    new TextTree(TreeStyle.PLAIN).render(visibility, 0, n, counting);
    assertTrue(written[0] < 130L * n, written[0] + " bytes");
    String last = render(TreeStyle.PLAIN, visibility, n - 1, 1);
    assertTrue(last.startsWith("⋯+199975  "), last);
  }

  @Test
  void aNumberOfManyDigitsIsWritten() {
    TaskTreeBuilder tree = new TaskTreeBuilder(1);
    tree.add(Long.MAX_VALUE, 0, TaskStatus.READY, 0, bytes("x"));
    String text = render(TreeStyle.PLAIN, new Visibility(tree.build()));
    assertTrue(text.contains("#" + Long.MAX_VALUE + " x"), text);
    assertFalse(render(new TreeStyle(false, false, 10), new Visibility(forest())).isEmpty());
  }
}
