package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LoadProgress;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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

  /** A browser that does something else when a tree is loaded; asks the queue for the rest. */
  private TaskBrowser browser(TreeLoading loading) {
    TaskBrowser real = queue.seen.browser();
    return (TaskBrowser)
        Proxy.newProxyInstance(
            TaskBrowser.class.getClassLoader(),
            new Class<?>[] {TaskBrowser.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("tree")) {
                loading.before((LoadProgress) arguments[1]);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private interface TreeLoading {
    void before(LoadProgress progress) throws InterruptedException;
  }

  private TuiDriver tui(TaskBrowser browser, Loader loader) {
    TuiSession session =
        new TuiSession(
            browser, queue.seen.queue(), "queue.db", TuiDriver.PLAIN, queue.clock, loader);
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
  void toReadTakesATenthOfTheTimeAtMost() {
    int[] loads = {0};
    TuiDriver tui =
        tui(
            browser(
                progress -> {
                  loads[0]++;
                  queue.clock.advance(Duration.ofMillis(200));
                }),
            new Loader(Runnable::run, Runnable::run));
    Instant start = queue.clock.instant();
    for (int i = 0; i < 100; i++) {
      queue.add("More", 0);
      tui.waits(Duration.ofMillis(100));
    }
    Duration passed = Duration.between(start, queue.clock.instant());
    assertTrue(loads[0] > 1, "it is read again");
    assertTrue(loads[0] <= 1 + passed.toMillis() / 2_000, loads[0] + " loads of 200 ms");
  }

  @Test
  void whatAPersonAsksForIsReadAtOnce() {
    TuiDriver tui =
        tui(
            browser(progress -> queue.clock.advance(Duration.ofSeconds(5))),
            new Loader(Runnable::run, Runnable::run));
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
    TuiDriver tui = tui(queue.seen.browser(), new Loader(background::add, background::add));
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
    TuiDriver tui = tui(queue.seen.browser(), new Loader(background::add, background::add));
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
    TuiDriver tui = tui(queue.seen.browser(), new Loader(background::add, background::add));
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

  @Test
  void whatIsCollapsedAndMovedDuringALoadStaysSo() {
    queue.add("Below", 1);
    queue.add("Second", 0);
    Queue<Runnable> background = new ArrayDeque<>();
    TuiDriver tui = tui(queue.seen.browser(), new Loader(background::add, background::add));
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
