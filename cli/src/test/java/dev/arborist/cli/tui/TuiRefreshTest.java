package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LoadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a session reads the queue, and what it shows meanwhile. */
class TuiRefreshTest {

  @TempDir Path directory;
  private TuiQueue queue;

  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
    queue.add("First", 0);
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private interface TreeLoading {
    void before(LoadProgress progress) throws InterruptedException;
  }

  /** A browser that does something else before a tree is loaded. */
  private TaskBrowser browser(TreeLoading loading) {
    return new HookedBrowser(queue.seen.browser()) {
      @Override
      void beforeTree(LoadProgress progress) throws InterruptedException {
        loading.before(progress);
      }
    }.browser();
  }

  private TuiDriver tui(TaskBrowser browser, Loader loader) {
    TuiSession session =
        new TuiSession(
            browser,
            queue.seen.queue(),
            "queue.db",
            TuiDriver.PLAIN,
            queue.clock,
            queue.clock::nanos,
            loader);
    return new TuiDriver(
        session, queue.clock, TuiDriver.PLAIN, new Screen(80, 12, AmbiguousWidth.NARROW));
  }

  @Test
  void whatOthersDoIsSeenWithinASecondAndNothingIsDrawnWhenNothingHappens() {
    TuiDriver tui = queue.at(80, 12);
    queue.add("Second", 0);
    assertTrue(tui.looksAgain().frame().contains("#2 Second"), tui.frame());
    tui.waits(Duration.ofMinutes(2)); // until rates are known, and nothing was added for a minute
    for (int i = 0; i < 100; i++) {
      queue.clock.advance(Duration.ofMillis(250));
      assertFalse(tui.step(), "nothing has changed");
    }
  }

  @Test
  void aTaskThatIsDueIsSeenThoughNobodyWritesAnything() {
    queue.add(NewTask.of("Later").notBefore(queue.clock.instant().plusSeconds(60)));
    TuiDriver tui = queue.at(80, 12);
    assertTrue(tui.waits(Duration.ofSeconds(59)).frame().contains("○ #2"), tui.frame());
    assertTrue(tui.waits(Duration.ofSeconds(1)).frame().contains("◎ #2"), tui.frame());
  }

  @Test
  void theAgeOfALeaseIsDrawnInCoarseSteps() {
    queue.claim();
    TuiDriver tui = queue.at(80, 12);
    tui.waits(Duration.ofMinutes(2));
    int drawn = 0;
    for (int second = 0; second < 60; second++) {
      queue.clock.advance(Duration.ofSeconds(1));
      drawn += tui.step() ? 1 : 0;
    }
    assertTrue(tui.row(1).contains("oldest lease #1 3 m"), tui.row(1));
    assertEquals(1, drawn);
  }

  @Test
  void ratesThatTimeAloneChangesAreDrawnEveryFiveSeconds() {
    TuiDriver tui = queue.at(100, 12);
    queue.complete();
    tui.waits(Duration.ofSeconds(10));
    int drawn = 0;
    for (int second = 0; second < 40; second++) {
      queue.clock.advance(Duration.ofSeconds(1));
      drawn += tui.step() ? 1 : 0;
    }
    assertTrue(tui.row(1).contains("/min"), tui.row(1));
    assertTrue(drawn >= 4 && drawn <= 9, drawn + " times");
  }

  /** A second, and more than half a minute, which is long after that. */
  @ParameterizedTest
  @ValueSource(longs = {200, 40_000})
  void toReadTakesATenthOfTheTimeAtMost(long millis) {
    int[] loads = {0};
    TaskBrowser slow =
        browser(
            progress -> {
              loads[0]++;
              queue.clock.advance(Duration.ofMillis(millis));
            });
    TuiDriver tui = tui(slow, Loader.on(Runnable::run));
    Instant start = queue.clock.instant();
    for (int i = 0; i < 100; i++) {
      queue.add("More", 0);
      tui.waits(Duration.ofMillis(millis / 2));
    }
    Duration passed = Duration.between(start, queue.clock.instant());
    assertTrue(loads[0] > 2, "it is read again");
    assertTrue(loads[0] <= 1 + passed.toMillis() / (10 * millis), loads[0] + " loads");
  }

  @Test
  void toSearchWhatWasReadCountsAsReading() {
    int[] loads = {0};
    TaskBrowser slow =
        new HookedBrowser(queue.seen.browser()) {
          @Override
          void after(String method) {
            switch (method) {
              case "tree" -> loads[0]++;
              case "matches" -> queue.clock.advance(Duration.ofMillis(500));
              default -> {}
            }
          }
        }.browser();
    TuiDriver tui = tui(slow, Loader.on(Runnable::run));
    tui.types("/First").presses(Input.Key.ENTER);
    Instant start = queue.clock.instant();
    for (int i = 0; i < 100; i++) {
      queue.add("More", 0);
      tui.waits(Duration.ofMillis(250));
    }
    Duration passed = Duration.between(start, queue.clock.instant());
    assertTrue(loads[0] > 2, "it is read again");
    assertTrue(loads[0] <= 2 + passed.toMillis() / 5_000, loads[0] + " loads");
  }

  @Test
  void aQueueThatCannotBeReadIsLetAloneForAWhile() {
    int[] asked = {0};
    TaskBrowser broken =
        new HookedBrowser(queue.seen.browser()) {
          @Override
          void before(String method) {
            if (method.equals("revision") && asked[0]++ > 0) {
              throw new StorageException("the disk is gone");
            }
          }
        }.browser();
    TuiDriver tui = tui(broken, Loader.on(Runnable::run));
    for (int i = 0; i < 40; i++) {
      tui.waits(Duration.ofMillis(250));
    }
    assertTrue(tui.status().startsWith("the disk is gone"), tui.status());
    assertTrue(asked[0] >= 3 && asked[0] <= 4, "ten seconds: " + asked[0]);
  }

  @Test
  void whatBecomesDueWhileTheTreeIsReadIsSeen() {
    queue.add(NewTask.of("Later").notBefore(queue.clock.instant().plusMillis(500)));
    TaskBrowser slow =
        new HookedBrowser(queue.seen.browser()) {
          @Override
          void after(String method) {
            if (method.equals("tree")) {
              queue.clock.advance(Duration.ofSeconds(1));
            }
          }
        }.browser();
    TuiDriver tui = tui(slow, Loader.on(Runnable::run));
    assertTrue(tui.waits(Duration.ofSeconds(20)).frame().contains("◎ #2"), tui.frame());
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -180, -1, 180, 86_400})
  void aClockThatIsSetKeepsNothingFromBeingSeen(long seconds) {
    TuiDriver tui = queue.at(80, 12);
    tui.looksAgain();
    queue.clock.set(queue.clock.instant().plusSeconds(seconds));
    queue.add("Second", 0);
    assertTrue(tui.looksAgain().frame().contains("#2 Second"), tui.frame());
  }

  @Test
  void whatAPersonAsksForIsReadAtOnce() {
    TuiDriver tui =
        tui(
            browser(progress -> queue.clock.advance(Duration.ofSeconds(5))),
            Loader.on(Runnable::run));
    queue.add("Second", 0);
    tui.types("3");
    assertTrue(tui.frame().contains("#2 Second"), tui.frame());
  }

  @Test
  void theFirstLoadSaysHowFarItHasComeAndKeysDoNoHarm() throws InterruptedException {
    CountDownLatch shown = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    TaskBrowser slow =
        browser(
            progress -> {
              progress.loaded(120_000, 1_000_000);
              told.countDown();
              shown.await();
            });
    try (TuiDriver tui = tui(slow, new Loader())) {
      told.await();
      tui.step();
      assertTrue(tui.frame().contains("loading 120,000 of 1,000,000 tasks"), tui.frame());
      tui.types("jkGg-+hl nNyYFcrpuv1/x")
          .presses(Input.Key.ENTER, Input.Key.TAB, Input.Key.PAGE_DOWN, Input.Key.ESCAPE);
      assertTrue(tui.frame().contains("loading"), tui.frame());
      shown.countDown();
      while (!tui.frame().contains("#1 First")) {
        tui.step();
        Thread.sleep(1);
      }
    }
  }

  @Test
  void anotherViewIsReadWhileTheOneBeforeIsShown() {
    Queue<Runnable> background = new ArrayDeque<>();
    TuiDriver tui = tui(queue.seen.browser(), Loader.on(background::add));
    background.remove().run();
    tui.step();
    tui.types("3");
    assertTrue(tui.frame().contains(" ◎ #1 First"), "the tree is still there");
    while (!background.isEmpty()) {
      background.remove().run();
    }
    tui.step();
    assertTrue(tui.frame().contains(" 2026-01-01 00:00 ◎ #1 First"), tui.frame());
  }

  @Test
  void ofTwoViewsThatWereAskedForTheSecondIsShown() {
    Queue<Runnable> background = new ArrayDeque<>();
    TuiDriver tui = tui(queue.seen.browser(), Loader.on(background::add));
    tui.types("35");
    while (!background.isEmpty()) {
      background.remove().run();
    }
    tui.step();
    assertTrue(tui.frame().contains("\n ◎ #1 First"), tui.frame());
    assertEquals("FLAT", tui.session.board().view().name());
  }

  @Test
  void aFilterThatIsSetDuringALoadIsMetByWhatItLoads() {
    queue.add(NewTask.of("Second").branch("x"));
    Queue<Runnable> background = new ArrayDeque<>();
    TuiDriver tui = tui(queue.seen.browser(), Loader.on(background::add));
    background.remove().run();
    tui.step();
    tui.types("3f").presses(Input.Key.UP, Input.Key.UP).types("x").presses(Input.Key.ENTER);
    assertTrue(tui.row(2).startsWith(" filter: branch \"x\""), "it is shown at once");
    while (!background.isEmpty()) {
      background.remove().run();
      tui.step();
    }
    assertTrue(tui.row(2).contains("1 of 2 match"), tui.frame());
    assertFalse(tui.frame().contains("#1 First"), tui.frame());
  }

  /** A load that was begun before the filter would show what meets the one before. */
  @Test
  void aFilterThatIsSetDuringALoadOfTheSameViewIsMetByWhatItLoads() {
    queue.add(NewTask.of("Second").branch("x"));
    Queue<Runnable> background = new ArrayDeque<>();
    TuiDriver tui = tui(queue.seen.browser(), Loader.on(background::add));
    background.remove().run();
    tui.step();
    queue.add(NewTask.of("Third").branch("x"));
    tui.waits(Duration.ofSeconds(1));
    background.remove().run(); // has something changed?
    tui.step();
    tui.step();
    tui.types("f").presses(Input.Key.UP, Input.Key.UP).types("x").presses(Input.Key.ENTER);
    background.remove().run(); // the load, which nobody waits for any more
    tui.step();
    for (int i = 0; i < 10 && !background.isEmpty(); i++) {
      background.remove().run();
      tui.step();
    }
    assertTrue(tui.row(2).contains("2 of 3 match"), tui.frame());
  }

  /** Trees and filters are read in lanes of their own, so that they may end in any order. */
  @Test
  void whatAFilterFoundInTheTreeBeforeDoesNotReplaceANewerOne() {
    queue.add(NewTask.of("Second").branch("x"));
    Queue<Runnable> trees = new ArrayDeque<>();
    Queue<Runnable> others = new ArrayDeque<>();
    Loader loader = new Loader(lane -> lane == Loader.Lane.TREES ? trees::add : others::add);
    TuiDriver tui = tui(queue.seen.browser(), loader);
    trees.remove().run();
    tui.step();
    others.remove().run(); // has something changed?
    tui.step();
    tui.types("f").presses(Input.Key.UP, Input.Key.UP).types("x").presses(Input.Key.ENTER);
    Runnable filter = others.remove();
    queue.add(NewTask.of("Third").branch("x"));
    tui.session.load();
    trees.remove().run();
    tui.step();
    assertTrue(tui.row(2).contains("2 of 3 match"), tui.frame());
    filter.run();
    tui.step();
    assertTrue(tui.row(2).contains("2 of 3 match"), tui.frame());
  }

  @Test
  void whatIsCollapsedAndMovedDuringALoadStaysSo() {
    queue.add("Below", 1);
    queue.add("Second", 0);
    Queue<Runnable> background = new ArrayDeque<>();
    TuiDriver tui = tui(queue.seen.browser(), Loader.on(background::add));
    background.remove().run();
    tui.step();
    queue.add("Third", 0);
    queue.clock.advance(Duration.ofSeconds(1));
    tui.step();
    background.remove().run(); // has something changed?
    tui.step();
    tui.step();
    Runnable load = background.remove();
    load.run(); // what it prepares does not know of what follows
    tui.session.handle(new Input.Typed('h'));
    tui.session.handle(new Input.Typed('j'));
    tui.step();
    assertTrue(tui.frame().contains("◎ #1 First  20.0 ▸ 0/1 ✓\n ◎ #3 Second"), tui.frame());
    assertTrue(tui.frame().contains("#4 Third"), tui.frame());
    assertEquals(3, tui.selected());
  }

  @Test
  void aQueueThatIsRemovedIsToldAndWhatWasReadStays() throws IOException {
    queue.add("Second", 0);
    TuiDriver tui = queue.at(80, 12);
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    tui.looksAgain();
    assertTrue(tui.status().contains("removed or replaced"), tui.status());
    assertTrue(tui.frame().contains("#2 Second"), tui.frame());
    assertEquals(2, tui.types("j").selected());
    tui.waits(Duration.ofSeconds(30));
    assertTrue(tui.status().contains("removed or replaced"), tui.status());
    assertTrue(tui.frame().contains("#2 Second"), tui.frame());
  }

  @Test
  void aTaskThatIsPrunedLeavesTheDetailAndTheMarks() {
    queue.add("Second", 0);
    TuiDriver tui = queue.at(80, 24);
    tui.types("j ").presses(Input.Key.ENTER);
    assertTrue(tui.frame().contains("\n#2 Second"), tui.frame());
    queue.other.queue().cancel(TaskNumber.of(2), null);
    assertTrue(tui.looksAgain().frame().contains("#2 is cancelled since"), tui.frame());
    queue.prune(2);
    tui.looksAgain();
    assertEquals(1, tui.selected());
    assertTrue(tui.frame().contains("\n#1 First"), tui.frame());
    assertFalse(tui.status().contains("marked"), tui.status());
  }
}
