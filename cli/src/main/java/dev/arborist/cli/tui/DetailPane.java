package dev.arborist.cli.tui;

import dev.arborist.cli.tui.Loader.Kind;
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

  /** What was asked for last, and of which tree. */
  private Optional<TaskNumber> wanted = Optional.empty();

  private @Nullable TaskTree wantedOf;

  private @Nullable Detail detail;
  private @Nullable String failure;
  private List<DetailText.Line> lines = List.of();
  private int linesWidth;
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
    Optional<TaskNumber> selected = board.selected();
    if (open && (!selected.equals(wanted) || wantedOf != board.tree())) {
      wanted = selected;
      wantedOf = board.tree();
      selected.ifPresentOrElse(this::request, this::empty);
    }
    boolean isNew = changed;
    changed = false;
    return isNew && open;
  }

  private void request(TaskNumber number) {
    loader.request(
        Kind.DETAIL,
        ticket -> reading.detail(number),
        this::show,
        e -> {
          empty();
          failure = Failures.message(e);
        });
  }

  private void show(Detail read) {
    Detail before = detail;
    boolean same =
        before != null && before.details().task().number().equals(read.details().task().number());
    first = same ? first : 0;
    detail = read;
    failure = null;
    linesWidth = 0;
    changed = true;
  }

  private void empty() {
    loader.cancel(Kind.DETAIL);
    detail = null;
    failure = null;
    changed = true;
  }

  void draw(Canvas canvas, Rect where) {
    place = where;
    int column = where.left();
    Detail shown = detail;
    if (shown == null) {
      String text = failure != null ? failure : "no task is selected";
      String waiting = loader.isBusy(Kind.DETAIL) ? "reading" : text;
      canvas.write(where.top(), column, where.right(), waiting, palette.dim);
      return;
    }
    int width = where.width() - 1; // so that no letter touches the edge
    if (linesWidth != width) {
      lines = DetailText.of(shown, palette, width);
      linesWidth = width;
    }
    first = Math.max(0, Math.min(first, lines.size() - where.height()));
    for (int line = 0; line < where.height() && first + line < lines.size(); line++) {
      DetailText.Line one = lines.get(first + line);
      canvas.write(where.top() + line, column, where.right(), one.text(), one.style());
    }
  }

  /** Where one is in the text, and how much of it there is; empty without a text. */
  String position() {
    int last = Math.min(lines.size(), first + place.height());
    return detail == null
        ? ""
        : "lines " + Numbers.grouped(last) + "/" + Numbers.grouped(lines.size());
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
