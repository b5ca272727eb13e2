package dev.arborist.cli.tui;

import dev.arborist.cli.tui.Loader.Kind;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TaskTree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the selected task; it follows the cursor and the queue. */
final class DetailPane implements Pane {

  private final Loader loader;
  private final Reading reading;
  private final Board board;
  private final Palette palette;
  private boolean open;
  private boolean focused;

  /** What was asked for last, of which tree, and for which width. */
  private Optional<TaskNumber> wanted = Optional.empty();

  private @Nullable TaskTree wantedOf;
  private int wantedColumns;

  private @Nullable DetailText text;
  private @Nullable String failure;

  /** How wide lines may be; 0 until it is drawn first. */
  private int columns;

  private int first;
  private boolean changed;
  private Rect place = Rect.NONE;

  DetailPane(Loader loader, Reading reading, Board board, Palette palette) {
    this.loader = loader;
    this.reading = reading;
    this.board = board;
    this.palette = palette;
  }

  boolean isOpen() {
    return open;
  }

  void open(boolean wish) {
    open = wish;
    focused &= wish;
    if (!wish) {
      place = Rect.NONE;
    }
  }

  /** Whether keys move in it. */
  boolean isFocused() {
    return focused;
  }

  void focus(boolean wish) {
    focused = wish && open;
  }

  boolean contains(int row, int column) {
    return open && place.contains(row, column);
  }

  /**
   * Asks for what the cursor is on now.
   *
   * @return whether there is something new to show
   */
  boolean tick() {
    ask();
    boolean isNew = changed;
    changed = false;
    return isNew && open;
  }

  private void ask() {
    if (!open || columns == 0) {
      return;
    }
    Optional<TaskNumber> selected = board.selected();
    TaskTree tree = board.tree();
    if (!selected.equals(wanted) || wantedOf != tree || wantedColumns != columns) {
      wanted = selected;
      wantedOf = tree;
      wantedColumns = columns;
      selected.ifPresentOrElse(this::request, this::empty);
    }
  }

  private void request(TaskNumber number) {
    DetailText before = text;
    int width = columns;
    loader.request(
        Kind.DETAIL,
        ticket -> {
          Detail read = reading.detail(number);
          ticket.check();
          return DetailText.of(read, palette, width, before);
        },
        this::show,
        e -> {
          empty();
          failure = Failures.message(e);
        });
  }

  private void show(DetailText made) {
    boolean sameTask = text != null && text.number().equals(made.number());
    first = sameTask ? first : 0;
    changed |= text != made || failure != null;
    text = made;
    failure = null;
  }

  private void empty() {
    loader.cancel(Kind.DETAIL);
    text = null;
    failure = null;
    changed = true;
  }

  /** Draws the lines there are; those for another width come when they have been made. */
  void draw(Canvas canvas, Rect where) {
    place = where;
    columns = Math.max(1, where.width() - 1); // so that no letter touches the edge
    ask();
    DetailText shown = text;
    if (shown == null) {
      String why = failure != null ? failure : "no task is selected";
      String waiting = loader.isBusy(Kind.DETAIL) ? "reading" : why;
      canvas.write(where.top(), where.left(), where.right(), waiting, palette.dim);
      return;
    }
    List<DetailText.Line> lines = shown.lines();
    first = Math.max(0, Math.min(first, lines.size() - where.height()));
    for (int line = 0; line < where.height() && first + line < lines.size(); line++) {
      DetailText.Line one = lines.get(first + line);
      canvas.write(where.top() + line, where.left(), where.right(), one.text(), one.style());
    }
  }

  /** Where one is in the text, and how much of it there is; empty without a text. */
  String position() {
    if (text == null) {
      return "";
    }
    int all = text.lines().size();
    int last = Math.min(all, first + place.height());
    return "lines " + Numbers.grouped(last) + "/" + Numbers.grouped(all);
  }

  @Override
  public void move(int rows) {
    scroll(rows);
  }

  @Override
  public void page(int halves) {
    scroll(halves * Math.max(1, place.height() / 2));
  }

  @Override
  public void home() {
    first = 0;
  }

  @Override
  public void end() {
    first = Integer.MAX_VALUE / 2;
  }

  @Override
  public void scroll(int rows) {
    first = Math.max(0, first + rows);
  }
}
