package dev.arborist.cli.tui;

import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.form.LineEditor;
import dev.arborist.cli.tui.form.Prompt;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Viewport;
import java.util.OptionalInt;

/** The number of a task to go to is being typed. */
final class NumberJump implements Mode {

  private final Workspace desk;
  private final LineEditor line = new LineEditor("");

  NumberJump(Workspace desk) {
    this.desk = desk;
  }

  @Override
  public void handle(Input input) {
    boolean nothingToDelete = input == Input.Key.BACKSPACE && line.text().isEmpty();
    if (input == Input.Key.ESCAPE || input == Input.Key.CTRL_C || nothingToDelete) {
      desk.leave();
    } else if (input == Input.Key.ENTER) {
      desk.leave();
      jump(line.text().strip());
    } else {
      line.handle(input);
    }
  }

  private void jump(String text) {
    Viewport viewport = desk.board.viewport();
    if (text.isEmpty() || viewport == null) {
      return;
    }
    TaskNumber number;
    try {
      number = TaskNumber.parse(text);
    } catch (InvalidInputException e) {
      desk.status.warn(Failures.message(e));
      return;
    }
    TaskTree tree = viewport.cursor().visibility().tree();
    OptionalInt node = tree.nodeOf(number);
    if (node.isEmpty()) {
      desk.status.warn("there is no task " + number);
    } else if (!viewport.cursor().visibility().passesFilter(node.getAsInt())) {
      desk.status.warn(number + " does not meet the filter: F shows everything");
    } else {
      desk.board.goTo(node.getAsInt());
    }
  }

  @Override
  public void draw(Canvas canvas, Layout layout) {
    Prompt.draw(
        canvas, layout.status(), "go to task #", line, "Enter goes, Esc stays", desk.palette);
  }
}
