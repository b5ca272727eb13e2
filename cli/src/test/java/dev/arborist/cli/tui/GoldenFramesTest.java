package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What frames look like after what a person did, as files to review; {@code -Dgolden.update=true}
 * writes them anew.
 */
class GoldenFramesTest {

  private static final Path FILES = Path.of("src/test/resources/golden/tui");

  @TempDir Path directory;
  private TuiQueue queue;
  private final StringBuilder frames = new StringBuilder();

  @BeforeEach
  void create() {
    queue = new TuiQueue(directory);
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private void keep(String title, TuiDriver tui) {
    frames.append("== ").append(title).append('\n').append(tui.frame());
  }

  private void compare(String name) throws IOException {
    Path file = FILES.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FILES);
      Files.writeString(file, frames);
    }
    assertEquals(Files.readString(file), frames.toString(), file.toString());
  }

  @Test
  void everyViewLooksAsItDid() throws IOException {
    TuiDriver tui = queue.release().at(80, 24);
    for (char view = '1'; view <= '5'; view++) {
      keep("view " + view, tui.types(String.valueOf(view)));
    }
    compare("views-80x24");
  }

  @Test
  void asciiAndWideTerminalsLookAsTheyDid() throws IOException {
    queue.release();
    for (AmbiguousWidth ambiguous : AmbiguousWidth.values()) {
      for (boolean ascii : new boolean[] {true, false}) {
        TuiSettings settings = new TuiSettings(ColourDepth.NONE, ascii, ambiguous);
        try (TuiDriver tui = new TuiDriver(queue.seen, queue.clock, settings, 80, 24)) {
          String title = ambiguous + (ascii ? ", ASCII" : "");
          keep(title, tui.types("- jm").presses(Input.Key.ENTER));
          keep(title + ", filter", tui.types("f"));
          keep(title + ", help", tui.presses(Input.Key.ESCAPE).types("?"));
        }
      }
    }
    compare("alphabets-80x24");
  }

  @ParameterizedTest
  @EnumSource
  void everyColourDepthLooksAsItDid(ColourDepth depth) throws IOException {
    TuiSettings settings = new TuiSettings(depth, false, AmbiguousWidth.NARROW);
    try (TuiDriver tui = new TuiDriver(queue.release().seen, queue.clock, settings, 60, 16)) {
      tui.types(" jj").presses(Input.Key.ENTER);
      frames.append(tui.coloured().replaceAll("(?<!^)(\\\\e\\[\\d+;\\d+H)", "\n$1"));
    }
    compare("colours-" + depth);
  }

  @Test
  void theDetailLooksAsItDid() throws IOException {
    TuiDriver tui = queue.release().at(200, 50);
    keep("beside the tree", tui.types("jjj").presses(Input.Key.ENTER));
    keep("of a group", tui.types("4g"));
    keep("below the tree", tui.types("1:3").presses(Input.Key.ENTER).resizes(80, 24));
    keep("focused and scrolled", tui.presses(Input.Key.TAB, Input.Key.PAGE_DOWN));
    keep("to the end", tui.types("G"));
    keep("in a low window", tui.resizes(80, 9));
    compare("detail");
  }

  @Test
  void whatIsAskedLooksAsItDid() throws IOException {
    TuiDriver tui = queue.release().at(80, 24);
    keep("cancel", tui.types("c"));
    keep("not cancelled", tui.types("n"));
    keep("priority", tui.types("p77"));
    keep("a bad priority", tui.presses(Input.Key.ENTER));
    keep("retry of three that are marked", tui.presses(Input.Key.ESCAPE).types("G   kkkkkkkkkr"));
    keep("what came of it", tui.types("y"));
    keep("a number", tui.types(":12"));
    keep("a search", tui.presses(Input.Key.ENTER).types("/idea"));
    keep("a search in vain", tui.types("s and more"));
    compare("questions-80x24");
  }

  @Test
  void filteringLooksAsItDid() throws IOException {
    TuiDriver tui = queue.release().at(80, 24);
    keep("the form", tui.types("f"));
    keep("filled in", tui.types(" ").presses(Input.Key.TAB).types(" "));
    keep("a text", tui.presses(Input.Key.UP, Input.Key.UP).types("日本 and more"));
    keep("nothing met", tui.presses(Input.Key.ENTER));
    keep(
        "something met",
        tui.types("f").presses(Input.Key.BACK_TAB, Input.Key.CTRL_U, Input.Key.ENTER));
    keep("everything", tui.types("F"));
    compare("filter-80x24");
  }

  @Test
  void helpLooksAsItDid() throws IOException {
    TuiDriver tui = queue.release().at(80, 24);
    keep("80 x 24", tui.types("?"));
    keep("scrolled", tui.presses(Input.Key.PAGE_DOWN));
    keep("to its end", tui.presses(Input.Key.PAGE_DOWN, Input.Key.PAGE_DOWN, Input.Key.PAGE_DOWN));
    keep("200 x 50", tui.types("q").resizes(200, 50).types("?"));
    compare("help");
  }

  @Test
  void smallWindowsLookAsTheyDid() throws IOException {
    TuiDriver tui = queue.release().at(40, 12);
    keep("40 x 12", tui);
    keep("40 x 12, detail", tui.presses(Input.Key.ENTER));
    keep("40 x 12, filter", tui.types("f"));
    keep("40 x 12, help", tui.presses(Input.Key.ESCAPE).types("?"));
    keep("20 x 5", tui.presses(Input.Key.ESCAPE, Input.Key.ESCAPE).resizes(20, 5));
    keep("20 x 5, cancel", tui.types("c"));
    keep("19 x 5", tui.resizes(19, 5));
    keep("1 x 1", tui.resizes(1, 1));
    compare("small");
  }

  @Test
  void anEmptyQueueSaysHowToAdd() throws IOException {
    keep("empty", queue.at(80, 24));
    compare("empty-80x24");
  }

  @Test
  void deepTreesKeepTheirAncestorsInSight() throws IOException {
    for (int level = 0; level < 30; level++) {
      queue.add("Level " + level, level);
    }
    for (int leaf = 0; leaf < 30; leaf++) {
      queue.add("Leaf " + leaf, 3);
    }
    TuiDriver tui = queue.at(80, 24);
    keep("the end of the leaves", tui.types("G"));
    keep("a screen up", tui.presses(Input.Key.PAGE_UP));
    keep("half a screen up", tui.presses(Input.Key.CTRL_U));
    keep("in the middle of the chain", tui.types(":20").presses(Input.Key.ENTER));
    keep("a row up", tui.types("kkkkkkkk"));
    compare("sticky-80x24");
  }

  @Test
  void ratesAndAgesLookAsTheyDid() throws IOException {
    TuiDriver tui = queue.release().at(100, 12);
    keep("at first", tui);
    keep("after 20 s", tui.waits(Duration.ofSeconds(20)));
    queue.complete();
    queue.complete();
    keep("two completed", tui.waits(Duration.ofSeconds(20)));
    keep("two minutes later", tui.waits(Duration.ofMinutes(2)));
    compare("rates-100x12");
  }
}
