package dev.arborist.cli.tui;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.TreeView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The terminal UI without a terminal: what a person does goes in, frames and wishes come out.
 *
 * <p>A loop hands it every {@link Input}; calls {@link #tick()} after that, when {@link
 * #nextTickMillis()} are over and whenever it is woken up; draws a frame when that says so; and
 * does what {@link #takeEffects()} asks for. All of that is done by one thread; only the wake-up
 * comes from others. The queue is read in the background.
 */
public final class TuiSession implements Interactive {

  private final Workspace desk;
  private final InstantSource clock;
  private final FrameDrawer drawer;
  private boolean dirty = true;

  /**
   * A session on an open queue, which starts to load.
   *
   * @param arborist is not closed by the session, and only after it
   * @param name how the queue is called in the header
   * @param clock the time that ages go by
   * @param nanos the time that the looks at the queue go by, such as {@link System#nanoTime()}
   */
  public TuiSession(
      Arborist arborist,
      String name,
      TuiSettings settings,
      InstantSource clock,
      LongSupplier nanos) {
    this(arborist.browser(), arborist.queue(), name, settings, clock, nanos, new Loader());
  }

  /** As the other, with a loader that works where it is told to. */
  TuiSession(
      TaskBrowser browser,
      TaskQueue queue,
      String name,
      TuiSettings settings,
      InstantSource clock,
      LongSupplier nanos,
      Loader loader) {
    this.clock = clock;
    desk = new Workspace(browser, queue, name, settings, nanos, loader);
    drawer = new FrameDrawer(desk);
    load();
  }

  /** Begins with a view and a filter, rather than with the whole tree. */
  public void begin(TreeView view, TaskFilter filter) {
    desk.refresh.show(view);
    desk.refresh.show(filter);
  }

  @Override
  public void onReady(Runnable wakeUp) {
    desk.loader.onReady(wakeUp);
  }

  @Override
  public void handle(Input input) {
    dirty = true;
    if (!(input instanceof Input.Resized)) {
      desk.handle(input);
    }
  }

  @Override
  public boolean tick() {
    Instant now = clock.instant();
    dirty |= desk.tick(now);
    dirty |= drawer.hasMoved(now);
    return dirty;
  }

  @Override
  public long nextTickMillis() {
    return desk.refresh.nextTickMillis();
  }

  @Override
  public void draw(Screen screen) {
    dirty = false;
    drawer.draw(screen, clock.instant());
  }

  @Override
  public int cursorRow() {
    return drawer.cursorRow();
  }

  @Override
  public int cursorColumn() {
    return drawer.cursorColumn();
  }

  @Override
  public List<Effect> takeEffects() {
    return desk.takeEffects();
  }

  /** Reads the queue anew, whether or not it is time. */
  void load() {
    desk.refresh.load();
  }

  /** What is looked at. */
  Board board() {
    return desk.board;
  }

  /** Gives up what the background is doing, a change not before the task at hand is done. */
  @Override
  public void close() {
    desk.loader.close();
  }
}
