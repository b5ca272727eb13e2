package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.form.LineEditor;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Pasted;
import dev.arborist.cli.tui.input.Input.Typed;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.task.TaskStatus;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The small parts that make texts. */
class TextPartsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void agesAreCoarse() {
    assertEquals("0 s", Ages.between(START.plusSeconds(5), START), "a clock that was set back");
    assertEquals("0 s", Ages.between(START, START.plusSeconds(9)));
    assertEquals("50 s", Ages.between(START, START.plusSeconds(59)));
    assertEquals("1 m", Ages.between(START, START.plusSeconds(60)));
    assertEquals("59 m", Ages.between(START, START.plusSeconds(3_599)));
    assertEquals("47 h", Ages.between(START, START.plus(Duration.ofHours(47))));
    assertEquals("2 d", Ages.between(START, START.plus(Duration.ofDays(2))));
  }

  @Test
  void countsAreGrouped() {
    assertEquals("1,234,567", Numbers.grouped(1_234_567));
    assertEquals("1 task", Numbers.of(1, "task"));
    assertEquals("1,000 tasks", Numbers.of(1_000, "task"));
    assertEquals("0", Numbers.tenths(0));
    assertEquals("0.3", Numbers.tenths(3));
    assertEquals("3", Numbers.tenths(30));
    assertEquals("12", Numbers.tenths(123));
  }

  private static QueueStatistics statistics(long second, long completed, long failed) {
    return new QueueStatistics(
        START.plusSeconds(second),
        Map.of(TaskStatus.COMPLETED, completed, TaskStatus.FAILED, failed),
        0,
        0,
        null,
        null,
        null,
        PriorityPolicy.DEFAULT);
  }

  @Test
  void ratesAreOfTheLastMinuteAndNothingIsGuessed() {
    Rates rates = new Rates();
    assertEquals(-1, rates.completedTenths(START));
    rates.add(statistics(0, 100, 5));
    rates.add(statistics(5, 110, 5));
    assertEquals(-1, rates.completedTenths(START.plusSeconds(9)), "too early to tell");
    assertEquals(600, rates.completedTenths(START.plusSeconds(10)));
    assertEquals(300, rates.completedTenths(START.plusSeconds(20)));
    rates.add(statistics(30, 90, 6)); // some were pruned
    rates.add(statistics(50, 92, 6));
    assertEquals(120, rates.completedTenths(START.plusSeconds(60)));
    assertEquals(10, rates.failedTenths(START.plusSeconds(60)));
    assertEquals(20, rates.completedTenths(START.plusSeconds(100)));
    assertEquals(0, rates.completedTenths(START.plusSeconds(111)));
  }

  @Test
  void jsonIsSpread() {
    assertEquals(
        "{\n  \"a\": [\n    1,\n    \"x,{:\\\"\"\n  ],\n  \"b\": {},\n  \"c\": []\n}",
        PrettyJson.of("{\"a\":[1, \"x,{:\\\"\"],\"b\":{ },\"c\":[]}"));
    assertEquals("17", PrettyJson.of("17"));
    assertEquals("\"ends in \\", PrettyJson.of("\"ends in \\"));
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertEquals(deep, PrettyJson.of(deep), "its indents would be too much");
    String wide = "[" + "1,".repeat(200_000) + "1]";
    assertEquals(wide, PrettyJson.of(wide));
  }

  private static LineEditor typed(String text, Input... inputs) {
    LineEditor line = new LineEditor(text);
    for (Input input : inputs) {
      assertTrue(line.handle(input), input.toString());
    }
    return line;
  }

  @Test
  void linesAreEditedAsInAShell() {
    assertEquals("ab", typed("", new Typed('a'), new Typed('b')).text());
    assertEquals("xab", typed("ab", Input.Key.HOME, new Typed('x')).text());
    assertEquals("axb", typed("ab", Input.Key.LEFT, new Typed('x')).text());
    assertEquals("a", typed("ab", Input.Key.BACKSPACE).text());
    assertEquals("b", typed("ab", Input.Key.CTRL_A, Input.Key.DELETE).text());
    assertEquals("one ", typed("one two", Input.Key.CTRL_W).text());
    assertEquals("", typed("one two", Input.Key.CTRL_U).text());
    assertEquals("😀", typed("😀😀", Input.Key.BACKSPACE).text(), "a pair of surrogates is one");
    assertEquals("x😀", typed("😀", Input.Key.LEFT, new Typed('x')).text());
    assertEquals("a b c", typed("", new Pasted("a\r\nb\nc")).text());
    assertFalse(new LineEditor("").handle(Input.Key.ENTER));
    assertFalse(new LineEditor("").handle(new Input.Resized()));
    assertEquals(" ", typed("", new Pasted("\n")).text());
  }

  @Test
  void whatIsTooLongIsTakenAsFarAsItFits() {
    assertEquals("x".repeat(4_096), typed("", new Pasted("x".repeat(10_000))).text());
    LineEditor nearlyFull = typed("x".repeat(4_093), new Pasted("a😀b"), new Typed('c'));
    assertEquals("x".repeat(4_093) + "a😀", nearlyFull.text());
    assertEquals(
        "a" + "x".repeat(4_094),
        typed("x".repeat(4_094), Input.Key.HOME, new Pasted("a😀b")).text());
    assertEquals("x".repeat(4_096), typed("x".repeat(4_096), new Pasted("yy")).text());
  }

  private static void assertShown(String expected, int cursor, LineEditor line) {
    Screen screen = new Screen(12, 1, AmbiguousWidth.NARROW);
    Canvas canvas = new Canvas(screen, new Palette(TuiDriver.PLAIN));
    line.draw(canvas, 0, 1, 11, "", true);
    assertEquals(expected, screen.text(0).substring(1));
    assertEquals(cursor, canvas.cursorColumn());
  }

  @Test
  void theTextBeforeTheCursorIsShownAsFarAsItFits() {
    assertShown("abc", 4, typed("abc"));
    assertShown("defghijkl", 10, typed("abcdefghijkl"));
    assertShown("cdefghijkl", 10, typed("abcdefghijkl", Input.Key.LEFT));
    assertShown("abcdefghi…", 1, typed("abcdefghijkl", Input.Key.HOME));
    assertShown("本語日本", 9, typed("日本語日本"));
    assertShown("👩‍👩‍👧🇳🇵日e\u0301x", 9, typed("日👩‍👩‍👧🇳🇵日e\u0301x"));
    assertShown("b<U+202E>", 10, typed("ab\u202E"));
  }

  /** By what it allocates, which time does not blur. */
  @Test
  void drawingIsLinearInTheText() {
    LineEditor half = typed("x".repeat(2_048));
    LineEditor whole = typed("x".repeat(4_096));
    allocated(whole);
    long ofHalf = allocated(half);
    long ofWhole = allocated(whole);
    assertTrue(ofWhole < 3 * ofHalf, ofHalf + " bytes, then " + ofWhole);
  }

  private static long allocated(LineEditor line) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Canvas canvas =
        new Canvas(new Screen(80, 1, AmbiguousWidth.NARROW), new Palette(TuiDriver.PLAIN));
    long before = threads.getCurrentThreadAllocatedBytes();
    line.draw(canvas, 0, 0, 80, "", true);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
