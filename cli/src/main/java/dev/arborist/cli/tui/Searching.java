package dev.arborist.cli.tui;

import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.form.LineEditor;
import dev.arborist.cli.tui.form.Prompt;
import dev.arborist.cli.tui.input.Input;

/** A text to search for is being typed; the cursor goes to what holds it so far. */
final class Searching implements Mode {

  private final Workspace desk;
  private final LineEditor line = new LineEditor("");
  private final Detour detour;
  private final String before;

  Searching(Workspace desk) {
    this.desk = desk;
    detour = new Detour(desk.board);
    before = desk.search.text();
    desk.search.forget();
  }

  @Override
  public void handle(Input input) {
    if (input == Input.Key.ESCAPE || input == Input.Key.CTRL_C) {
      detour.back();
      desk.search.look(before, () -> {});
      desk.leave();
    } else if (input == Input.Key.ENTER) {
      keep();
    } else if (input == Input.Key.BACKSPACE && line.text().isEmpty()) {
      handle(Input.Key.ESCAPE);
    } else {
      String typed = line.text();
      if (line.handle(input) && !line.text().equals(typed)) {
        desk.search.look(line.text(), this::found);
        if (line.text().isEmpty()) {
          detour.back();
        }
      }
    }
  }

  private void found() {
    int first = desk.search.from(detour.start(), true);
    if (first == Search.NOTHING) {
      detour.back();
    } else {
      detour.goTo(first);
    }
  }

  /** To search for nothing is to search again for what was searched for before. */
  private void keep() {
    desk.leave();
    if (line.text().isEmpty() && !before.isEmpty()) {
      desk.search.look(before, () -> desk.search.again(true, desk.status));
    }
  }

  @Override
  public void draw(Canvas canvas, Layout layout) {
    Prompt.draw(canvas, layout.status(), "/", line, state(), desk.palette);
  }

  private String state() {
    Search search = desk.search;
    String failure = search.failure();
    if (failure != null) {
      return failure;
    }
    if (search.text().isEmpty()) {
      return "Enter keeps, Esc goes back";
    }
    if (!search.isKnown()) {
      return "searching";
    }
    int count = search.count();
    if (count == 0) {
      return "no match";
    }
    return Numbers.grouped(search.position(desk.board.selectedNode().orElse(0)))
        + " of "
        + Numbers.grouped(count);
  }
}
