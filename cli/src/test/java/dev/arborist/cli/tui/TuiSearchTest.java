package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching, filtering and going to numbers. */
class TuiSearchTest {

  @TempDir Path directory;
  private TuiQueue queue;
  private TuiDriver tui;

  /** Four tasks at the top, each with ten below, of which the fifth is special. */
  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
    for (int top = 0; top < 4; top++) {
      long parent = queue.add("Top " + top, 0).number().value();
      for (int below = 0; below < 10; below++) {
        String prompt = below == 5 ? "Below " + below + "\nwith a secret" : "Below " + below;
        queue.add(NewTask.of(prompt).parent(TaskNumber.of(parent)).branch("b" + top));
      }
    }
    tui = queue.at(80, 12);
  }

  @AfterEach
  void close() {
    tui.close();
    queue.close();
  }

  @Test
  void typingGoesToTheFirstMatchFromWhereItBegan() {
    tui.types(":12").presses(Input.Key.ENTER).types("/sec");
    assertEquals(18, tui.selected());
    assertTrue(tui.status().endsWith("2 of 4"), tui.status());
    tui.types("ond");
    assertEquals(12, tui.selected(), "nothing holds it: back to where it began");
    assertTrue(tui.status().endsWith("no match"), tui.status());
    tui.presses(Input.Key.BACKSPACE, Input.Key.BACKSPACE, Input.Key.BACKSPACE);
    assertEquals(18, tui.selected());
    tui.presses(Input.Key.ENTER);
    assertEquals(18, tui.selected());
  }

  @Test
  void escapeGoesBackToTheRowTheScreenAndWhatWasCollapsed() {
    tui.types("-jj");
    String before = tui.frame();
    tui.types("/secret");
    assertEquals(29, tui.selected());
    assertTrue(tui.frame().contains("#29"), "what hid it is expanded");
    tui.types(" x");
    assertEquals(
        before.substring(0, before.lastIndexOf("\n ")),
        tui.frame().substring(0, tui.frame().lastIndexOf("\n ")));
    tui.presses(Input.Key.ESCAPE);
    assertEquals(before, tui.frame());
  }

  @Test
  void onlyWhatHidesTheMatchThatIsKeptStaysExpanded() {
    tui.types("-/secret").presses(Input.Key.ENTER).types("g");
    assertEquals(14, tui.session.board().viewport().cursor().visibility().rows());
  }

  @Test
  void nextAndPreviousGoRound() {
    tui.types("/secret").presses(Input.Key.ENTER);
    assertEquals(7, tui.selected());
    for (long expected : new long[] {18, 29, 40, 7}) {
      assertEquals(expected, tui.types("n").selected());
    }
    assertTrue(tui.status().contains("1 of 4 with \"secret\", from the start again"));
    assertEquals(40, tui.types("N").selected());
    assertTrue(tui.status().contains("from the end again"), tui.status());
    assertEquals(29, tui.types("N").selected());
  }

  @Test
  void aSearchThatIsLeftGivesBackTheOneBefore() {
    tui.types("/secret").presses(Input.Key.ENTER).types("/Top").presses(Input.Key.ESCAPE);
    assertTrue(tui.types("n").status().contains("2 of 4 with \"secret\""), tui.status());
  }

  @Test
  void withoutASearchThereIsNoNext() {
    assertTrue(tui.types("n").status().startsWith("nothing was searched for"), tui.status());
    tui.types("/secret").presses(Input.Key.ENTER, Input.Key.ESCAPE).types("n");
    assertTrue(tui.status().startsWith("nothing was searched for"), "Esc forgets the search");
  }

  @Test
  void anEmptySearchRepeatsTheLast() {
    tui.types("/secret").presses(Input.Key.ENTER).types("/").presses(Input.Key.ENTER);
    assertEquals(18, tui.selected());
  }

  @Test
  void theSearchFollowsTheQueue() {
    tui.types("/secret").presses(Input.Key.ENTER);
    queue.add("Another secret", 0);
    tui.looksAgain().types("N");
    assertTrue(tui.status().contains("of 5 with \"secret\""), tui.status());
  }

  /** Of a newer tree the same nodes are other tasks. */
  @Test
  void whatIsFoundInATreeThatIsGoneIsSearchedForAgain() {
    Queue<Runnable> trees = new ArrayDeque<>();
    Queue<Runnable> scans = new ArrayDeque<>();
    Loader loader =
        new Loader(
            lane ->
                switch (lane) {
                  case TREES -> trees::add;
                  case SCANS -> scans::add;
                  case LOOKS, CHANGES -> Runnable::run;
                });
    try (TuiDriver late = queue.at(80, 12, loader)) {
      trees.remove().run();
      late.step();
      late.types(":12").presses(Input.Key.ENTER).types("/secret");
      for (long number = 1; number <= 11; number++) {
        queue.other.queue().cancel(TaskNumber.of(number), null);
      }
      for (long number = 11; number >= 1; number--) {
        queue.prune(number);
      }
      late.session.load();
      trees.remove().run();
      late.step(); // the newer tree is shown before what was found in the older one comes
      runAll(scans);
      late.step();
      assertEquals(12, late.selected(), late.frame());
      runAll(scans);
      late.step();
      assertEquals(18, late.selected(), late.frame());
      assertTrue(late.status().endsWith("1 of 3"), late.status());
    }
  }

  private static void runAll(Queue<Runnable> background) {
    List<Runnable> all = List.copyOf(background);
    background.clear();
    all.forEach(Runnable::run);
  }

  @Test
  void escapeGoesBackToTheTaskThoughTheQueueHasChangedMeanwhile() {
    tui.types(":30").presses(Input.Key.ENTER).types("/secret");
    queue.add(NewTask.of("Before all").basePriority(10).parent(TaskNumber.of(1)));
    tui.looksAgain().presses(Input.Key.ESCAPE);
    assertEquals(30, tui.selected());
  }

  @Test
  void escapeLeavesTheScreenAsItWas() {
    tui.types(":30").presses(Input.Key.ENTER).types("jjjkkkkkk");
    String before = tui.frame();
    assertNotEquals(before, tui.types("/Top 0").frame());
    assertEquals(before, tui.presses(Input.Key.ESCAPE).frame());
  }

  @Test
  void theSearchThatFollowsTheQueueLeavesTheCursorAlone() {
    tui.types("/secret").presses(Input.Key.ENTER).types("jj");
    queue.add("Another secret", 0);
    assertEquals(9, tui.looksAgain().looksAgain().selected());
  }

  @Test
  void aSearchStaysWithinTheFilter() {
    filterByBranch("b1");
    tui.types("/secret").presses(Input.Key.ENTER);
    assertEquals(18, tui.selected());
    tui.types("n");
    assertEquals(18, tui.selected());
    assertTrue(tui.status().contains("1 of 1"), tui.status());
  }

  @Test
  void aTextThatCannotBeSearchedForIsTold() {
    tui.does(new Input.Typed('/'), new Input.Pasted("x".repeat(300)));
    assertTrue(tui.status().contains("the text has 300 characters"), tui.status());
    assertEquals(1, tui.selected());
  }

  private void filterByBranch(String branch) {
    tui.types("f").presses(Input.Key.UP, Input.Key.UP).types(branch).presses(Input.Key.ENTER);
  }

  @Test
  void theFilterIsAlwaysShownWithHowManyMeetIt() {
    filterByBranch("b2");
    assertEquals(" filter: branch \"b2\"  10 of 44 match, F shows all", tui.row(2));
    assertTrue(tui.frame().contains("#23 Top 2"), "what the matches stand under is shown");
    queue.add(NewTask.of("One more").branch("b2"));
    tui.looksAgain();
    assertEquals(" filter: branch \"b2\"  11 of 45 match, F shows all", tui.row(2));
    tui.types("3");
    assertTrue(tui.row(2).contains("11 of 45"), "also in another view");
    tui.types("F");
    assertFalse(tui.frame().contains("filter:"));
  }

  @Test
  void everyFieldOfTheFormFilters() {
    queue.add(
        NewTask.of("Odd one out")
            .agentType("java")
            .source(dev.arborist.domain.task.TaskSource.AGENT_PLANNER));
    queue.other.queue().cancel(TaskNumber.of(44), null);
    tui.looksAgain();
    assertFilter("status ⊘ cancelled  1 of 45", Input.Key.TAB, 6, " ");
    assertFilter("source agent_planner  1 of 45", Input.Key.TAB, 9, " ");
    assertFilter("agent type \"java\"  1 of 45", Input.Key.TAB, 11, "java");
    assertFilter("branch \"B3\"  10 of 45", Input.Key.DOWN, 12, "B3");
    assertFilter("text \"SECRET\"  4 of 45", Input.Key.BACK_TAB, 1, "SECRET");
  }

  private void assertFilter(String shown, Input.Key key, int times, String typed) {
    tui.types("f");
    for (int i = 0; i < times; i++) {
      tui.presses(key);
    }
    tui.types(typed).presses(Input.Key.ENTER);
    assertTrue(tui.row(2).startsWith(" filter: " + shown), tui.row(2));
    tui.types("F");
  }

  @Test
  void theFormBeginsWithTheFilterThatIsSetAndEscapeChangesNothing() {
    filterByBranch("b2");
    String before = tui.frame();
    tui.types("f");
    assertTrue(tui.frame().contains("branch      b2"), tui.frame());
    tui.presses(Input.Key.TAB, Input.Key.TAB).types(" ").presses(Input.Key.ESCAPE);
    assertEquals(before, tui.frame());
  }

  @Test
  void whatCannotBeFilteredByIsToldInTheForm() {
    tui.types("f").presses(Input.Key.UP).does(new Input.Pasted("y".repeat(256)));
    tui.presses(Input.Key.ENTER);
    assertTrue(tui.frame().contains("the text has 256 characters"), tui.frame());
    tui.presses(Input.Key.CTRL_U).types("secret").presses(Input.Key.ENTER);
    assertTrue(tui.row(2).contains("4 of 44"), tui.frame());
  }

  @Test
  void aNumberGoesToItsTaskAndExpandsWhatHidesIt() {
    tui.types("-:#30").presses(Input.Key.ENTER);
    assertEquals(30, tui.selected());
    assertTrue(
        tui.types(":99").presses(Input.Key.ENTER).status().startsWith("there is no task #99"));
    assertTrue(
        tui.types(":x1").presses(Input.Key.ENTER).status().startsWith("'x1' is not a task number"));
    filterByBranch("b1");
    tui.types(":40").presses(Input.Key.ENTER);
    assertTrue(tui.status().startsWith("#40 does not meet the filter"), tui.status());
  }

  @Test
  void theCursorStaysOnItsTaskWhenTheViewOrTheFilterChanges() {
    tui.types(":29").presses(Input.Key.ENTER);
    for (char view = '1'; view <= '5'; view++) {
      assertEquals(29, tui.types(String.valueOf(view)).selected(), "view " + view);
    }
    tui.types("1");
    filterByBranch("b2");
    assertEquals(29, tui.selected());
    tui.types("F");
    assertEquals(29, tui.selected());
    filterByBranch("b0");
    assertTrue(tui.selected() >= 1 && tui.selected() <= 11, "its place among those that are met");
  }

  @Test
  void theSelectedTaskStaysOnItsLineOfTheScreenWhenTheViewChanges() {
    tui.types(":29").presses(Input.Key.ENTER).types("j");
    for (char view : new char[] {'3', '2', '1', '5'}) {
      int line = line("#30 ");
      assertTrue(line > 3, tui.frame());
      tui.types(String.valueOf(view));
      assertEquals(30, tui.selected());
      assertEquals(line, line("#30 "), "view " + view + "\n" + tui.frame());
    }
  }

  private int line(String text) {
    int line = 0;
    while (!tui.row(line).contains(text)) {
      line++;
    }
    return line;
  }

  @Test
  void theNumberOfAMatchIsUnderlinedWhateverItsIconIs() {
    queue.add(NewTask.of("Odd").prerequisites(List.of(TaskNumber.of(1))).basePriority(10));
    for (boolean ascii : new boolean[] {true, false}) {
      TuiSettings settings = new TuiSettings(ColourDepth.NONE, ascii, AmbiguousWidth.NARROW);
      try (TuiDriver found = new TuiDriver(queue.seen, queue.clock, settings, 80, 12)) {
        found.types("/odd").presses(Input.Key.ENTER).types("j");
        assertTrue(found.coloured().contains("\\e[1;4m#45\\e[C\\e[mOdd"), found.coloured());
      }
    }
  }
}
