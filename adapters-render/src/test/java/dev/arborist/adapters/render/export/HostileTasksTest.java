package dev.arborist.adapters.render.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.text.Colours;
import dev.arborist.adapters.render.text.DisplayWidth;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LoadedLabels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import dev.arborist.testkit.HostileLabels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred thousand labels that are meant to break a terminal or a file, through every writer. */
@Tag("once")
class HostileTasksTest {

  private static final int TASKS = 100_000;
  private static final int FAN = 9;

  private static List<String> texts;
  private static TaskTree tree;
  private static LoadedLabels labels;

  @BeforeAll
  static void plant() {
    texts = HostileLabels.of(4, TASKS).toList();
    TaskTreeBuilder builder = new TaskTreeBuilder(TreeView.TREE, TASKS);
    LoadedLabels.Collector collector = new LoadedLabels.Collector(TASKS);
    for (int i = 0; i < TASKS; i++) {
      builder.add(i + 1L, i / FAN, TaskStatus.ofCode(i % 7), i % 10_000);
      collector.add(texts.get(i).getBytes(StandardCharsets.UTF_8));
    }
    tree = builder.build();
    labels = collector.build(tree);
  }

  private static String render(TreeFormat format, TreeStyle style) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TreeSnapshot snapshot = new TreeSnapshot(new Visibility(tree), labels);
    format
        .renderer(style)
        .render(snapshot.visibility(), snapshot.labels(), 0, Integer.MAX_VALUE, out);
    // strictly: malformed bytes throw
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(out.toByteArray()))
        .toString();
  }

  @ParameterizedTest
  @EnumSource(TreeFormat.class)
  void nothingHarmfulReachesAnyFile(TreeFormat format) throws IOException {
    String text = render(format, TreeStyle.PLAIN);
    assertHarmless(format == TreeFormat.CSV ? text.replace("\r\n", "\n") : text);
    assertTrue(text.length() > TASKS, format + " wrote " + text.length() + " characters");
  }

  @ParameterizedTest
  @EnumSource(ColourDepth.class)
  void noSequenceButOurOwnReachesATerminal(ColourDepth depth) throws IOException {
    String text = render(TreeFormat.TEXT, TreeStyle.PLAIN.colours(depth).width(80));
    assertHarmless(withoutOurs(text, depth));
  }

  private static String withoutOurs(String text, ColourDepth depth) {
    String left = text;
    Stream<String> ours =
        Stream.concat(
            Arrays.stream(TaskStatus.values()).map(status -> Colours.of(status, depth)),
            Stream.of(Colours.dim(depth), Colours.bold(depth), Colours.reset(depth)));
    for (String sequence : ours.filter(one -> !one.isEmpty()).distinct().toList()) {
      left = left.replace(sequence, "");
    }
    return left;
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 40, 80, 200})
  void noRowIsWiderThanTheTerminal(int width) throws IOException {
    for (AmbiguousWidth ambiguous : AmbiguousWidth.values()) {
      String text = render(TreeFormat.TEXT, TreeStyle.PLAIN.width(width).ambiguous(ambiguous));
      assertEquals(TASKS, text.chars().filter(c -> c == '\n').count());
      text.lines().forEach(row -> assertTrue(DisplayWidth.of(row, ambiguous) <= width, row));
    }
  }

  @Test
  void storedTextsComeBackFromJson() throws IOException {
    BitSet seen = new BitSet();
    try (JsonParser json =
        new JsonFactory().createParser(render(TreeFormat.JSON, TreeStyle.PLAIN))) {
      long number = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_INT && json.currentName().equals("number")) {
          number = json.getLongValue();
        } else if (token == JsonToken.VALUE_STRING && json.currentName().equals("summary")) {
          assertEquals(texts.get((int) number - 1), json.getText());
          assertFalse(seen.get((int) number), "task " + number + " twice");
          seen.set((int) number);
        }
      }
    }
    assertEquals(TASKS, seen.cardinality());
  }

  /** Controls, C1, separators, bidi controls and tags; a flag may keep its tags. */
  private static void assertHarmless(String text) {
    boolean flag = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean tag = c >= 0xE0000 && c <= 0xE007F;
      boolean afterFlag = flag;
      flag = c == 0x1F3F4 || (tag && afterFlag && c != 0xE007F);
      boolean control = (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F);
      boolean bidi =
          c == 0x61C
              || c == 0x200E
              || c == 0x200F
              || (c >= 0x202A && c <= 0x202E)
              || (c >= 0x2066 && c <= 0x2069);
      boolean separator = c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0x200B;
      boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
      if (control || bidi || separator || surrogate || (tag && !afterFlag)) {
        int from = Math.max(0, i - 40);
        throw new AssertionError(
            "U+%04X came through behind %s".formatted(c, text.substring(from, i)));
      }
    }
  }
}
