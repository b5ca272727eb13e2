package dev.arborist.adapters.render.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.export.Exported.Forest;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every format. */
class TreeFormatTest {

  private static Pattern number(TreeFormat format) {
    return Pattern.compile(
        switch (format) {
          case TEXT -> "(?m)^[^#]*#(\\d+) ";
          case PLAIN -> "(?m)^task (\\d+), ";
          case DOT -> "(?m)^  n(\\d+) \\[label";
          case MERMAID -> "(?m)^  n(\\d+)\\[\"";
          case SVG -> "<g id=\"t(\\d+)\"";
          case HTML -> "<li id=\"t(\\d+)\"";
          case CSV -> "(?m)^(\\d+),";
          case JSON -> "(?m)^\\{\"number\":(\\d+),";
          case MARKDOWN -> "(?m)^ *- .*?`#(\\d+)` ";
        });
  }

  private static List<Integer> numbers(TreeFormat format, String text) {
    List<Integer> numbers = new ArrayList<>();
    Matcher found = number(format).matcher(text);
    while (found.find()) {
      numbers.add(Integer.valueOf(found.group(1)));
    }
    return numbers;
  }

  @Test
  void aFormatIsCalledByItsName() {
    for (TreeFormat format : TreeFormat.values()) {
      assertSame(format, TreeFormat.parse(format.label()));
    }
    assertSame(TreeFormat.HTML, TreeFormat.parse("HTML"));
    assertEquals(
        "'pdf' is no format: use one of text, plain, dot, mermaid, svg, html, csv, json, markdown",
        assertThrows(InvalidInputException.class, () -> TreeFormat.parse("pdf")).getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void everyRowIsThereOnceAndInItsOrder(TreeFormat format) {
    assertEquals(List.of(1, 2, 4, 3, 5), numbers(format, inOrder().as(format)));
  }

  /** The order of the tree is not that of the numbers. */
  private static Forest inOrder() {
    return Forest.of(new int[] {0, 1, 1, 2, 0}, "a", "b", "c", "d", "e");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHiddenIsNotWritten(TreeFormat format) {
    Forest forest = Exported.small(TreeView.TREE);
    Visibility visibility = forest.visibility();
    visibility.collapse(0);
    assertEquals(List.of(1, 5), numbers(format, forest.as(format)));
    BitSet met = new BitSet();
    met.set(3);
    visibility.filter(met);
    assertEquals(List.of(1, 3, 4), numbers(format, forest.as(format)));
    met.clear();
    visibility.filter(met);
    assertEquals(List.of(), numbers(format, forest.as(format)));
  }

  @ParameterizedTest
  @EnumSource
  void aPartOfTheRowsHasJustThem(TreeFormat format) {
    Forest forest = Exported.small(TreeView.TREE);
    assertEquals(List.of(3, 4, 5), numbers(format, forest.as(format, 2, 10)));
    assertEquals(List.of(2, 3), numbers(format, forest.as(format, 1, 2)));
    assertEquals(List.of(4), numbers(format, forest.as(format, 3, 1)));
    assertEquals(List.of(), numbers(format, forest.as(format, 9, 1)));
    assertEquals(List.of(), numbers(format, forest.as(format, 0, 0)));
  }

  @ParameterizedTest
  @EnumSource
  void everyViewIsWrittenInEveryFormat(TreeFormat format) {
    for (TreeView view : TreeView.values()) {
      Forest forest = Exported.small(view);
      List<Integer> numbers = new ArrayList<>(numbers(format, forest.as(format)));
      numbers.sort(null);
      assertEquals(List.of(1, 2, 3, 4, 5), numbers, view + forest.as(format));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQueueWithoutTasksIsWritten(TreeFormat format) {
    assertEquals(List.of(), numbers(format, Forest.of(new int[0], "x").as(format)));
  }

  @ParameterizedTest
  @EnumSource
  void noTextDoesAnythingToATerminal(TreeFormat format) {
    String text = Forest.chain(Exported.HOSTILE.length, Exported.HOSTILE).as(format);
    for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
      assertEquals(SafeText.of(line).toString(), line);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTextIsNoMoreThanItsOwnRow(TreeFormat format) {
    int tasks = Exported.HOSTILE.length;
    Forest hostile = Forest.chain(tasks, Exported.HOSTILE);
    assertEquals(tasks, numbers(format, hostile.as(format)).size());
    assertEquals(
        Forest.chain(tasks, "x").as(format).lines().count(), hostile.as(format).lines().count());
  }

  /** Counts what is written. */
  private static final class Counting extends OutputStream {
    private long bytes;
    private int largest;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
      largest = Math.max(largest, length);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChainOfAHundredThousandStaysLinearAndIsWrittenAsItIsMet(TreeFormat format)
      throws IOException {
    int tasks = 100_000;
    Forest chain = Forest.chain(tasks, "x");
    Counting out = new Counting();
    format.renderer(TreeStyle.PLAIN).render(chain.visibility(), chain.labels(), 0, tasks, out);
    assertTrue(out.bytes < 700L * tasks, out.bytes + " bytes");
    assertTrue(out.largest < 1 << 17, out.largest + " bytes at once");
    assertFalse(out.bytes < 20L * tasks, out.bytes + " bytes");
  }
}
