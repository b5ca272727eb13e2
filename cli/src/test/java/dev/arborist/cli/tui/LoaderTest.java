package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.tui.Loader.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoaderTest {

  private final Queue<Runnable> background = new ArrayDeque<>();
  private final Loader loader = Loader.on(background::add);
  private final List<String> came = new ArrayList<>();

  private void request(Kind kind, String outcome) {
    loader.request(kind, ticket -> outcome, came::add, e -> came.add("failed " + e.getMessage()));
  }

  private void runAll() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  @Test
  void whatCameOfARequestIsPassedOnWhenItIsAskedFor() {
    request(Kind.TREE, "tree");
    assertFalse(loader.deliver());
    runAll();
    assertEquals(List.of(), came);
    assertTrue(loader.isBusy(Kind.TREE));
    assertTrue(loader.deliver());
    assertEquals(List.of("tree"), came);
    assertFalse(loader.isBusy(Kind.TREE));
  }

  @Test
  void ofOneKindOnlyTheLatestCounts() {
    request(Kind.SEARCH, "first");
    background.remove().run(); // finished, but not passed on yet
    request(Kind.SEARCH, "second");
    request(Kind.DETAIL, "detail");
    request(Kind.SEARCH, "third");
    runAll();
    loader.deliver();
    assertEquals(List.of("detail", "third"), came);
  }

  @Test
  void whatIsSupersededBeforeItBeginsIsNotDone() {
    List<String> worked = new ArrayList<>();
    for (String name : List.of("first", "second")) {
      loader.request(
          Kind.SEARCH,
          ticket -> {
            worked.add(name);
            return name;
          },
          came::add,
          e -> came.add("failed"));
    }
    runAll();
    assertEquals(List.of("second"), worked);
  }

  @Test
  void progressWakesTheLoopNowAndThen() {
    AtomicInteger woken = new AtomicInteger();
    loader.onReady(woken::incrementAndGet);
    long[] tookNanos = {0};
    loader.request(
        Kind.TREE,
        ticket -> {
          long start = System.nanoTime();
          while (woken.get() < 3) {
            ticket.progressed();
          }
          tookNanos[0] = System.nanoTime() - start;
          return "tree";
        },
        came::add,
        e -> came.add("failed"));
    runAll();
    assertTrue(tookNanos[0] >= TimeUnit.MILLISECONDS.toNanos(200), "not more than ten a second");
  }

  @Test
  void workThatNobodyWaitsForEndsWhenItLooks() {
    List<String> reached = new ArrayList<>();
    loader.request(
        Kind.TREE,
        ticket -> {
          reached.add("begun");
          loader.cancel(Kind.TREE); // as the other thread may do at any time
          ticket.check();
          reached.add("gone on");
          return "tree";
        },
        came::add,
        e -> came.add("failed"));
    runAll();
    loader.deliver();
    assertEquals(List.of("begun"), reached);
    assertEquals(List.of(), came);
  }

  @Test
  void aNewerRequestEndsTheOneUnderWayWhenThatLooks() {
    List<String> reached = new ArrayList<>();
    loader.request(
        Kind.TREE,
        ticket -> {
          request(Kind.TREE, "newer"); // as the other thread may at any time
          ticket.check();
          reached.add("gone on");
          return "older";
        },
        came::add,
        e -> came.add("failed"));
    runAll();
    loader.deliver();
    assertEquals(List.of(), reached);
    assertEquals(List.of("newer"), came);
  }

  @Test
  void aLookWaitsForNoTreeNoScanAndNoChange() throws InterruptedException {
    CountDownLatch looked = new CountDownLatch(1);
    try (Loader real = new Loader()) {
      for (Kind slow : new Kind[] {Kind.TREE, Kind.SEARCH, Kind.ACTION}) {
        real.request(slow, ticket -> await(looked), came::add, e -> came.add("failed"));
      }
      real.request(
          Kind.DETAIL,
          ticket -> {
            looked.countDown();
            return "detail";
          },
          came::add,
          e -> came.add("failed"));
      assertTrue(looked.await(60, TimeUnit.SECONDS));
    }
  }

  private static String await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "done";
  }

  @Test
  void theEndWaitsForTheTransactionAtHandAndNotForTheNext() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    Loader real = new Loader();
    real.request(
        Kind.ACTION,
        ticket -> {
          begun.countDown();
          await(closing);
          done.add("first");
          ticket.check();
          done.add("second");
          return "changed";
        },
        came::add,
        e -> came.add("failed"));
    begun.await();
    Thread closer = new Thread(real::close);
    closer.start();
    while (closer.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    closing.countDown();
    closer.join();
    assertEquals(List.of("first"), done);
  }

  @Test
  void whatTheQueueSaysIsPassedOnAndAMistakeIsThrown() {
    loader.request(
        Kind.TREE,
        ticket -> {
          throw new StorageException("disk full");
        },
        outcome -> came.add("done"),
        e -> came.add(Failures.message(e)));
    runAll();
    loader.deliver();
    assertEquals(List.of("disk full"), came);
    loader.request(
        Kind.TREE,
        ticket -> {
          throw new IllegalStateException("a mistake");
        },
        outcome -> came.add("done"),
        e -> came.add(Failures.message(e)));
    runAll();
    assertThrows(IllegalStateException.class, loader::deliver);
  }

  @Test
  void nothingIsPassedOnAfterTheEnd() {
    request(Kind.TREE, "tree");
    runAll();
    loader.close();
    loader.deliver();
    assertEquals(List.of(), came);
  }

  @Test
  void aLoopIsWokenUpAlsoForWhatWasThereBeforeItListened() throws InterruptedException {
    try (Loader real = new Loader()) {
      CountDownLatch done = new CountDownLatch(1);
      AtomicInteger woken = new AtomicInteger();
      real.request(Kind.TREE, ticket -> "tree", came::add, e -> came.add("failed"));
      real.request(
          Kind.DETAIL,
          ticket -> {
            done.countDown();
            return "detail";
          },
          came::add,
          e -> came.add("failed"));
      done.await();
      while (woken.get() == 0) {
        real.onReady(woken::incrementAndGet);
        Thread.sleep(1);
      }
      while (came.size() < 2) {
        real.deliver();
        Thread.sleep(1);
      }
    }
  }
}
