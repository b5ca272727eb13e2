package dev.arborist.cli.tui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.cli.tui.input.Input.Typed;
import java.io.EOFException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InputQueueTest {

  private long nanos;
  private int interrupts;
  private final InputQueue queue = new InputQueue(() -> nanos, () -> interrupts++);

  @Test
  void inputsComeInTheirOrder() throws Exception {
    queue.put(Input.Key.UP);
    queue.put(new Typed('q'));
    assertEquals(Input.Key.UP, queue.take(0));
    assertEquals(new Typed('q'), queue.take(Long.MAX_VALUE));
    assertNull(queue.take(0));
  }

  @Test
  void aWaitEndsWithAnInputOfAnotherThread() throws Exception {
    CompletableFuture<Input> taken =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return queue.take(Long.MAX_VALUE);
              } catch (EOFException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    queue.put(Input.Key.DOWN);
    assertEquals(Input.Key.DOWN, taken.get(30, TimeUnit.SECONDS));
  }

  @Test
  void aWakeUpIsNotLostAndEndsOneWait() throws Exception {
    queue.wakeUp();
    queue.put(Input.Key.UP);
    assertEquals(Input.Key.UP, queue.take(Long.MAX_VALUE));
    assertNull(queue.take(Long.MAX_VALUE));
    queue.put(Input.Key.DOWN);
    assertEquals(Input.Key.DOWN, queue.take(Long.MAX_VALUE));
  }

  @Test
  void whatCameBeforeTheEndIsServed() throws Exception {
    queue.put(Input.Key.UP);
    queue.end();
    assertEquals(Input.Key.UP, queue.take(0));
    assertThrows(EOFException.class, () -> queue.take(0));
    assertThrows(EOFException.class, () -> queue.take(Long.MAX_VALUE));
  }

  @Test
  void aFloodThatNobodyServesIsDropped() throws Exception {
    for (int i = 0; i < InputQueue.INPUTS_MAX + 10; i++) {
      queue.put(new Typed(i));
    }
    for (int i = 0; i < InputQueue.INPUTS_MAX; i++) {
      assertEquals(new Typed(i), queue.take(0));
    }
    assertNull(queue.take(0));
  }

  @Test
  void ctrlCInterruptsWhenAnEarlierOneWasNotServed() throws Exception {
    queue.put(new Typed('a'));
    queue.put(Input.Key.CTRL_C);
    assertEquals(new Typed('a'), queue.take(0));
    nanos += InputQueue.INTERRUPT_NANOS - 1;
    queue.put(Input.Key.CTRL_C);
    assertEquals(0, interrupts);
    nanos++;
    queue.put(Input.Key.UP);
    assertEquals(0, interrupts);
    queue.put(Input.Key.CTRL_C);
    assertEquals(1, interrupts);
  }

  @Test
  void ctrlCThatIsServedNeverInterrupts() throws Exception {
    for (int i = 0; i < 5; i++) {
      queue.put(Input.Key.CTRL_C);
      nanos += InputQueue.INTERRUPT_NANOS;
      assertEquals(Input.Key.CTRL_C, queue.take(0));
    }
    assertEquals(0, interrupts);
  }
}
