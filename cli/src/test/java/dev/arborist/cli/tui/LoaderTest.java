package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.tui.Loader.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoaderTest {

  private final Queue<Runnable> background = new ArrayDeque<>();
  private final Loader loader = new Loader(background::add, background::add);
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
