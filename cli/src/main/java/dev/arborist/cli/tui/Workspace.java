package dev.arborist.cli.tui;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.cli.tui.Loader.Kind;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The parts of a session, for the modes that work on them. */
final class Workspace {

  final Palette palette;
  final Loader loader;
  final Board board = new Board();
  final Refresh refresh;
  final Search search;
  final Actions actions;
  final Header header;
  final TreePane tree;
  final DetailPane detail;
  final StatusLine status;
  private final Mode browsing;
  private final List<Effect> effects = new ArrayList<>();
  private Mode mode;
  private boolean leaving;

  Workspace(
      TaskBrowser browser,
      TaskQueue queue,
      String name,
      TuiSettings settings,
      LongSupplier nanos,
      Loader loader) {
    this.loader = loader;
    palette = new Palette(settings);
    Reading reading = new Reading(browser, nanos);
    Pace pace = new Pace();
    refresh = new Refresh(loader, reading, board, pace, nanos);
    search = new Search(loader, reading, board, pace, nanos);
    header = new Header(name, board, palette);
    status = new StatusLine(board, palette);
    actions = new Actions(queue, reading, this);
    tree = new TreePane(board, search, palette, browser.labels(), nanos);
    detail = new DetailPane(loader, reading, board, palette);
    browsing = new Browsing(this);
    mode = browsing;
  }

  /** What is drawn over the panes now. */
  Mode mode() {
    return mode;
  }

  /** Does what a person asked for; some keys mean the same whatever is asked. */
  void handle(Input input) {
    boolean always = input == Input.Key.CTRL_L || input == Input.Key.CTRL_Z;
    (always ? browsing : mode).handle(input);
  }

  /** Lets keys mean something else. */
  void enter(Mode next) {
    mode = next;
  }

  /** Lets keys mean again what they mean at first. */
  void leave() {
    mode = browsing;
  }

  /** Asks for something that only the terminal can do. */
  void wish(Effect effect) {
    effects.add(effect);
  }

  /** Leaves when what was confirmed is done; asked for again, when the task at hand is. */
  void quit() {
    if (leaving) {
      loader.cancel(Kind.ACTION);
    }
    leaving = true;
    if (loader.isBusy(Kind.ACTION)) {
      status.say("leaving when all is done that was confirmed; q again: after the task at hand");
    }
  }

  /** What was asked for since the last time. */
  List<Effect> takeEffects() {
    List<Effect> taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }

  /**
   * Starts what is due.
   *
   * @return whether there is something new to show
   */
  boolean tick(Instant now) {
    boolean isNew = loader.deliver();
    search.follow();
    isNew |= refresh.tick(now);
    if (leaving && !loader.isBusy(Kind.ACTION)) {
      leaving = false;
      wish(Effect.Simple.QUIT);
    }
    return detail.tick() || isNew;
  }

  /** What the keys move in. */
  Pane focused() {
    return detail.isFocused() ? detail : tree;
  }
}
