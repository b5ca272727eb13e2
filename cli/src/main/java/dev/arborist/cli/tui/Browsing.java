package dev.arborist.cli.tui;

import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Mouse;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TreeCursor;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Viewport;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What keys mean unless something is asked: moving about, and starting everything else. */
final class Browsing implements Mode {

  private static final int WHEEL_ROWS = 3;

  private final Workspace desk;

  Browsing(Workspace desk) {
    this.desk = desk;
  }

  @Override
  public void handle(Input input) {
    if (input instanceof Mouse mouse) {
      desk.status.clear();
      mouse(mouse);
    } else {
      KeyBindings.of(input)
          .ifPresent(
              binding -> {
                desk.status.clear();
                binding.action().accept(this);
              });
    }
  }

  private void mouse(Mouse mouse) {
    boolean onDetail = desk.detail.contains(mouse.row(), mouse.column());
    Pane pane = onDetail ? desk.detail : desk.tree;
    switch (mouse.action()) {
      case WHEEL_UP -> pane.scroll(-WHEEL_ROWS);
      case WHEEL_DOWN -> pane.scroll(WHEEL_ROWS);
      case PRESS -> {
        desk.header.viewAt(mouse.row(), mouse.column()).ifPresent(this::show);
        desk.detail.focus(onDetail);
        if (!onDetail) {
          desk.tree.click(mouse.row(), mouse.column());
        }
      }
    }
  }

  /** What the keys move in. */
  Pane pane() {
    return desk.focused();
  }

  void collapse() {
    onTree(TreeCursor::collapse);
  }

  void expand() {
    onTree(TreeCursor::expand);
  }

  void collapseAll() {
    onTree(TreeCursor::collapseAll);
  }

  void expandAll() {
    onTree(TreeCursor::expandAll);
  }

  private void onTree(Consumer<TreeCursor> change) {
    Viewport viewport = desk.board.viewport();
    if (viewport != null && !desk.detail.isFocused()) {
      change.accept(viewport.cursor());
      viewport.follow();
    }
  }

  void show(TreeView view) {
    desk.refresh.show(view);
  }

  void nextView() {
    List<TreeView> views = List.of(TreeView.values());
    int next = views.indexOf(desk.refresh.view()) + 1;
    desk.refresh.show(views.get(next % views.size()));
  }

  /** Opens the detail, or closes it. */
  void detail() {
    desk.detail.open(!desk.detail.isOpen());
  }

  /** Opens the detail, or takes the keys there and back. */
  void otherPane() {
    if (desk.detail.isOpen()) {
      desk.detail.focus(!desk.detail.isFocused());
    } else {
      desk.detail.open(true);
    }
  }

  /** Undoes the last thing that was opened. */
  void escape() {
    if (desk.detail.isFocused()) {
      desk.detail.focus(false);
    } else if (desk.detail.isOpen()) {
      desk.detail.open(false);
    } else {
      desk.search.forget();
    }
  }

  void search() {
    desk.enter(new Searching(desk));
  }

  void nextMatch(boolean forward) {
    desk.search.again(forward, desk.status);
  }

  void jump() {
    desk.enter(new NumberJump(desk));
  }

  void filter() {
    desk.enter(new FilterForm(desk));
  }

  void clearFilter() {
    desk.refresh.show(TaskFilter.ALL);
  }

  /** Marks, and goes on to the next row, so that a run of tasks is a run of the key. */
  void mark() {
    if (desk.board.selected().isEmpty()) {
      desk.status.warn("only a task can be marked");
      return;
    }
    desk.board.toggleMark();
    desk.tree.move(1);
  }

  void unmarkAll() {
    desk.board.marked().clear();
  }

  void cancel() {
    desk.actions.askToCancel();
  }

  void retry() {
    desk.actions.askToRetry();
  }

  void priority() {
    desk.actions.askForPriority();
  }

  /** Puts the number of the selected task into the clipboard, or what people write of it. */
  void copy(boolean withSummary) {
    OptionalInt node = desk.board.selectedNode();
    TaskNumber number = desk.board.selected().orElse(null);
    if (number == null || node.isEmpty()) {
      desk.status.warn("only of a task there is something to copy");
      return;
    }
    String text = String.valueOf(number.value());
    if (withSummary) {
      text = number + " " + desk.tree.label(node.getAsInt());
    }
    desk.wish(new Effect.Copy(text));
    desk.status.say("copied " + text);
  }

  void help() {
    desk.enter(new HelpOverlay(desk));
  }

  void repaint() {
    desk.wish(Effect.Simple.REPAINT);
  }

  void suspend() {
    desk.wish(Effect.Simple.SUSPEND);
  }

  void quit() {
    desk.quit();
  }
}
