package dev.arborist.cli.tui;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.screen.ScreenUpdate;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Mouse;
import dev.arborist.cli.tui.input.Input.Typed;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A session at a window of some size, with a background that is done at once. */
final class TuiDriver implements AutoCloseable {

  static final TuiSettings PLAIN = new TuiSettings(ColourDepth.NONE, false, AmbiguousWidth.NARROW);

  final TuiSession session;
  final List<Effect> effects = new ArrayList<>();
  private final TestClock clock;
  private final TuiSettings settings;
  private Screen screen;
  private Consumer<Screen> frames = frame -> {};

  TuiDriver(Arborist arborist, TestClock clock, TuiSettings settings, int columns, int rows) {
    this(
        new TuiSession(
            arborist.browser(),
            arborist.queue(),
            "queue.db",
            settings,
            clock,
            clock::nanos,
            Loader.on(Runnable::run)),
        clock,
        settings,
        new Screen(columns, rows, settings.ambiguous()));
  }

  TuiDriver(TuiSession session, TestClock clock, TuiSettings settings, Screen screen) {
    this.session = session;
    this.clock = clock;
    this.settings = settings;
    this.screen = screen;
    step();
  }

  TuiDriver(Arborist arborist, TestClock clock, int columns, int rows) {
    this(arborist, clock, PLAIN, columns, rows);
  }

  /** What the loop does after an input and after some time. */
  boolean step() {
    boolean drawn = session.tick();
    if (drawn) {
      session.draw(screen);
      frames.accept(screen);
    }
    effects.addAll(session.takeEffects());
    return drawn;
  }

  /**
   * Shows the frame, and each one after it, to somebody; the screen is drawn on again and again.
   */
  TuiDriver shows(Consumer<Screen> viewer) {
    frames = viewer;
    viewer.accept(screen);
    return this;
  }

  /** Uses keys and the mouse. */
  TuiDriver does(Input... inputs) {
    for (Input input : inputs) {
      session.handle(input);
      step();
      step(); // what the background was asked for by the first
    }
    return this;
  }

  /** Types a text, each character as a key of its own. */
  TuiDriver types(String text) {
    text.codePoints().forEach(codePoint -> does(new Typed(codePoint)));
    return this;
  }

  TuiDriver presses(Input.Key... keys) {
    return does(keys);
  }

  TuiDriver clicks(int row, int column) {
    return does(new Mouse(Mouse.Action.PRESS, row, column));
  }

  /** Lets time pass, long enough that a change of the queue is seen if it may be. */
  TuiDriver waits(Duration time) {
    clock.advance(time);
    step(); // asks whether something has changed
    step(); // reads it
    step(); // shows it, and asks for the detail
    step();
    return this;
  }

  /** Lets as much time pass as a change of the queue needs to be seen. */
  TuiDriver looksAgain() {
    return waits(Duration.ofSeconds(1));
  }

  TuiDriver resizes(int columns, int rows) {
    screen = new Screen(columns, rows, settings.ambiguous());
    return does(new Input.Resized());
  }

  /** The frame as text, a line a row. */
  String frame() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < screen.rows(); row++) {
      text.append(row(row)).append('\n');
    }
    return text.toString();
  }

  String row(int row) {
    return screen.text(row);
  }

  /** The line at the bottom. */
  String status() {
    return row(screen.rows() - 1).strip();
  }

  /** The bytes that bring a terminal to the frame, an escape character as {@code \e}. */
  String coloured() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new ScreenUpdate(bytes).show(screen, session.cursorRow(), session.cursorColumn());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace("\u001b", "\\e");
  }

  /** The number of the selected task; 0 for none. */
  long selected() {
    return session.board().selected().map(TaskNumber::value).orElse(0L);
  }

  @Override
  public void close() {
    session.close();
  }
}
