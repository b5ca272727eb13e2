package dev.arborist.cli.tui.form;

import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.query.TaskFilter;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A field for a text; an empty one filters nothing. */
final class TextField implements FormField {

  private final String name;
  private final LineEditor line;
  private final String untouched;
  private final BiConsumer<TaskFilter.Builder, @Nullable String> condition;

  TextField(
      String name,
      @Nullable String initial,
      BiConsumer<TaskFilter.Builder, @Nullable String> condition) {
    this.name = name;
    this.condition = condition;
    line = new LineEditor(initial == null ? "" : initial);
    untouched = line.text();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int parts() {
    return 1;
  }

  @Override
  public boolean handle(Input input, int part) {
    return line.handle(input);
  }

  @Override
  public int rows(Canvas canvas, int columns) {
    return 1;
  }

  @Override
  public int rowOf(Canvas canvas, int columns, int part) {
    return 0;
  }

  @Override
  public void draw(Canvas canvas, Rect place, Rect shown, int part) {
    if (!shown.contains(place.top(), place.left())) {
      return;
    }
    canvas.screen.fill(place.top(), place.left(), place.right(), Palette.UNDERLINED);
    line.draw(
        canvas, place.top(), place.left(), place.right(), Palette.UNDERLINED, part != NO_PART);
  }

  /** What nobody has touched stays as it was, with blanks and lines that a field shows not. */
  @Override
  public void putInto(TaskFilter.Builder builder) {
    if (!line.text().equals(untouched)) {
      condition.accept(builder, line.text().isBlank() ? null : line.text().strip());
    }
  }
}
