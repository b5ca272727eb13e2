package dev.arborist.cli.tui;

import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.cli.tui.input.Input;
import java.util.List;

/** What the main loop serves: inputs and time change it, and it draws itself. */
public interface Interactive extends AutoCloseable {

  /** Names what is called, from any thread, when {@link #tick()} has something to do. */
  void onReady(Runnable wakeUp);

  /** Serves what a person did. */
  void handle(Input input);

  /**
   * Does what is due: by the clock, or because something in the background has finished.
   *
   * @return whether that may have changed what is shown
   */
  boolean tick();

  /** How long until {@link #tick()} is due by the clock; {@link Long#MAX_VALUE} for never. */
  long nextTickMillis();

  /** Draws all of a screen. */
  void draw(Screen screen);

  /** Where the terminal's cursor is on what was drawn last; -1 when it is hidden. */
  int cursorRow();

  /** The column of the cursor that is shown. */
  int cursorColumn();

  /** What is to be done at the terminal since the last call, in this order. */
  List<Effect> takeEffects();

  @Override
  void close();
}
