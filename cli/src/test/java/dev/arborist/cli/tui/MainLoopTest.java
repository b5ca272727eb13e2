package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Typed;
import dev.arborist.cli.tui.terminal.TuiTerminal;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MainLoopTest {

  /** What comes after it comes only when the loop waits. */
  private static final Input PAUSE = new Input.Pasted("pause");

  /** Nothing comes in the time that the loop waits. */
  private static final Input IDLE = new Input.Pasted("idle");

  private final Script terminal = new Script();
  private final CountingSession session = new CountingSession();
  private long nanos;

  /** A terminal at which everything is done that was planned, and which is then gone. */
  private final class Script implements TuiTerminal {

    final Queue<Input> planned = new ArrayDeque<>();
    final List<String> writes = new ArrayList<>();
    final List<Long> waits = new ArrayList<>();
    int columns = 40;
    int suspensions;

    @Override
    public int columns() {
      return columns;
    }

    @Override
    public int rows() {
      return 10;
    }

    @Override
    public void enter() {}

    @Override
    public OutputStream out() {
      return new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
          writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }
      };
    }

    @Override
    public @Nullable Input read(long timeoutMillis) throws IOException {
      waits.add(timeoutMillis);
      nanos += 1_000;
      if (timeoutMillis == 0 && (planned.isEmpty() || planned.peek() == PAUSE)) {
        return null;
      }
      if (planned.peek() == PAUSE) {
        planned.remove();
      }
      if (planned.isEmpty()) {
        throw new EOFException("nothing more is planned");
      }
      Input next = planned.remove();
      return next == IDLE ? null : next;
    }

    @Override
    public void wakeUp() {}

    @Override
    public void suspend() {
      suspensions++;
    }

    @Override
    public void close() {}
  }

  private int run(Input... inputs) throws IOException {
    terminal.planned.addAll(List.of(inputs));
    return new MainLoop(terminal, session, AmbiguousWidth.NARROW, () -> nanos).run();
  }

  @Test
  void whatWaitsIsServedBeforeAFrameIsDrawn() throws Exception {
    run(new Typed('a'), new Typed('b'), new Typed('c'), PAUSE, new Typed('d'));
    assertEquals(4, session.count);
    assertEquals(3, session.frames);
    assertEquals(3, terminal.writes.size(), terminal.writes::toString);
  }

  @Test
  void aFloodGetsAFrameNowAndThen() throws Exception {
    Input[] flood = new Input[200_000];
    Arrays.fill(flood, new Typed('a'));
    run(flood);
    assertEquals(flood.length, session.count);
    assertTrue(session.frames >= 4 && session.frames <= 6, "frames: " + session.frames);
  }

  @Test
  void aFrameThatShowsTheSameIsNotWritten() throws Exception {
    run(Input.Key.UP, PAUSE, Input.Key.UP, PAUSE, Input.Key.UP);
    assertEquals(4, session.frames);
    assertEquals(2, terminal.writes.size(), terminal.writes::toString);
  }

  @Test
  void nothingIsDrawnWhenNothingCame() throws Exception {
    assertEquals(0, run(IDLE, IDLE, IDLE, new Typed('q'), new Typed('a')));
    assertEquals(
        List.of(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE), terminal.waits);
    assertEquals(1, session.frames);
    assertEquals(1, terminal.writes.size());
    assertEquals(List.of(new Typed('a')), List.copyOf(terminal.planned));
  }

  @Test
  void whatTheBackgroundFinishedIsDrawn() throws Exception {
    CountingSession loading =
        new CountingSession() {
          @Override
          public boolean tick() {
            return count++ < 2;
          }
        };
    terminal.planned.addAll(List.of(Input.Key.UP, PAUSE, Input.Key.UP, PAUSE, Input.Key.UP));
    new MainLoop(terminal, loading, AmbiguousWidth.NARROW, () -> nanos).run();
    assertEquals(4, loading.frames);
  }

  @Test
  void aResizeAndARepaintDrawEverythingAnew() throws Exception {
    terminal.columns = 20;
    run(Input.Key.CTRL_L, PAUSE, new Input.Resized(), PAUSE, Input.Key.UP);
    assertEquals(4, terminal.writes.size(), terminal.writes::toString);
    for (String write : terminal.writes.subList(0, 3)) {
      assertTrue(write.contains("\u001b[2J") && write.contains("count 0 at 20x10."), write);
    }
  }

  @Test
  void theExitCodeTellsWhatEndedIt() throws Exception {
    assertEquals(0, run(new Typed('q')));
    assertEquals(130, run(Input.Key.CTRL_C));
    assertEquals(129, run());
  }

  @Test
  void ctrlZSuspends() throws Exception {
    run(Input.Key.CTRL_Z, new Typed('q'));
    assertEquals(1, terminal.suspensions);
  }

  @Test
  void aTextIsCopiedByTheTerminal() throws Exception {
    run(new Typed('y'), new Typed('q'));
    String copied = Base64.getEncoder().encodeToString("日本 1".getBytes(StandardCharsets.UTF_8));
    assertTrue(terminal.writes.contains("\u001b]52;c;" + copied + "\u0007"));
  }

  @Test
  void aTextThatTerminalsWouldCutIsNotCopied() {
    assertTrue(Clipboard.takes("日".repeat(Clipboard.BYTES_MAX / 3)));
    assertEquals(100_000, Clipboard.sequence("日".repeat(Clipboard.BYTES_MAX / 3)).length);
    assertFalse(Clipboard.takes("日".repeat(Clipboard.BYTES_MAX / 3 + 1)));
  }

  @Test
  void aFailureIsPassedOn() {
    assertThrows(IllegalStateException.class, () -> run(new Typed('x')));
  }
}
