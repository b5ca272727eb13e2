package dev.arborist.cli.tui;

import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.form.LineEditor;
import dev.arborist.cli.tui.form.Prompt;
import dev.arborist.cli.tui.input.Input;
import java.util.function.IntConsumer;

/** A base priority is being typed. */
final class PriorityPrompt implements Mode {

  private static final int MOST = 10;

  private final Workspace desk;
  private final String tasks;
  private final IntConsumer whenGiven;
  private final LineEditor line = new LineEditor("");
  private String state = "0 to 10, Enter sets it, Esc leaves it";

  PriorityPrompt(Workspace desk, String tasks, IntConsumer whenGiven) {
    this.desk = desk;
    this.tasks = tasks;
    this.whenGiven = whenGiven;
  }

  @Override
  public void handle(Input input) {
    if (input == Input.Key.ESCAPE || input == Input.Key.CTRL_C) {
      desk.leave();
      desk.status.say("no priority set");
    } else if (input == Input.Key.ENTER) {
      give(line.text().strip());
    } else {
      line.handle(input);
    }
  }

  private void give(String text) {
    boolean number = text.matches("[0-9]{1,2}");
    if (number && Integer.parseInt(text) <= MOST) {
      desk.leave();
      whenGiven.accept(Integer.parseInt(text));
    } else {
      state = "give a whole number from 0 to 10";
    }
  }

  @Override
  public void draw(Canvas canvas, Layout layout) {
    Prompt.draw(
        canvas, layout.status(), "base priority of " + tasks + ": ", line, state, desk.palette);
  }
}
