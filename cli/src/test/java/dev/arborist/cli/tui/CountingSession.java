package dev.arborist.cli.tui;

import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.tui.input.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Shows how many characters were typed and what else came last, and fails when told to. */
class CountingSession implements Interactive {

  private final List<Effect> effects = new ArrayList<>();
  private String last = "";
  int count;
  int frames;
  boolean closed;

  @Override
  public void onReady(Runnable wakeUp) {}

  @Override
  public void handle(Input input) {
    if (input instanceof Input.Typed typed) {
      count++;
      act(typed.codePoint());
    } else if (input == Input.Key.CTRL_C) {
      effects.add(Effect.Simple.QUIT);
    } else if (input == Input.Key.CTRL_Z) {
      effects.add(Effect.Simple.SUSPEND);
    } else if (input == Input.Key.CTRL_L) {
      effects.add(Effect.Simple.REPAINT);
    } else {
      last = input.toString();
    }
  }

  private void act(int key) {
    switch (key) {
      case 'q' -> effects.add(Effect.Simple.QUIT);
      case 'y' -> effects.add(new Effect.Copy("日本 " + count));
      case 'x' -> throw new IllegalStateException("this session fails");
      case 'X' -> throw new StackOverflowError("this session fails badly");
      case 'H' -> hang();
      default -> {}
    }
  }

  private static void hang() {
    try {
      TimeUnit.HOURS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean tick() {
    return false;
  }

  @Override
  public long nextTickMillis() {
    return Long.MAX_VALUE;
  }

  @Override
  public void draw(Screen screen) {
    frames++;
    screen.clear();
    String text = "count " + count + " at " + screen.columns() + "x" + screen.rows() + ".";
    screen.write(0, 0, screen.columns(), SafeText.of(text), "1;35");
    screen.write(1, 0, screen.columns(), SafeText.of(last), "");
  }

  @Override
  public int cursorRow() {
    return -1;
  }

  @Override
  public int cursorColumn() {
    return 0;
  }

  @Override
  public List<Effect> takeEffects() {
    List<Effect> taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }

  @Override
  public void close() {
    closed = true;
  }
}
