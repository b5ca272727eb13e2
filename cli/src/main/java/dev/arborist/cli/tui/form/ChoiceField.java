package dev.arborist.cli.tui.form;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Typed;
import dev.arborist.domain.query.TaskFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A field of which any values may be chosen; none chosen filters nothing. */
final class ChoiceField<T extends Comparable<T>> implements FormField {

  private static final int GAP = 2;

  private final String name;
  private final List<T> values;
  private final Function<T, String> labels;
  private final Set<T> chosen;
  private final BiConsumer<TaskFilter.Builder, Collection<T>> condition;

  ChoiceField(
      String name,
      List<T> values,
      Function<T, String> labels,
      Set<T> initial,
      BiConsumer<TaskFilter.Builder, Collection<T>> condition) {
    this.name = name;
    this.values = values;
    this.labels = labels;
    this.condition = condition;
    chosen = new TreeSet<>(initial);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int parts() {
    return values.size();
  }

  @Override
  public boolean handle(Input input, int part) {
    if (!input.equals(new Typed(' '))) {
      return false;
    }
    T value = values.get(part);
    if (!chosen.remove(value)) {
      chosen.add(value);
    }
    return true;
  }

  private SafeText label(T value) {
    return SafeText.of((chosen.contains(value) ? "[x] " : "[ ] ") + labels.apply(value));
  }

  /** Where each value stands in so many columns: its row and its column. */
  private List<Rect> places(Canvas canvas, int columns) {
    int widest = 0;
    for (T value : values) {
      widest = Math.max(widest, canvas.width(label(value)));
    }
    int perRow = Math.max(1, (columns + GAP) / (widest + GAP));
    List<Rect> places = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      places.add(new Rect(i / perRow, i % perRow * (widest + GAP), 1, widest));
    }
    return places;
  }

  @Override
  public int rows(Canvas canvas, int columns) {
    return places(canvas, columns).get(values.size() - 1).bottom();
  }

  @Override
  public int rowOf(Canvas canvas, int columns, int part) {
    return places(canvas, columns).get(part).top();
  }

  @Override
  public void draw(Canvas canvas, Rect place, Rect shown, int part) {
    List<Rect> places = places(canvas, place.width());
    for (int i = 0; i < values.size(); i++) {
      int row = place.top() + places.get(i).top();
      int column = place.left() + places.get(i).left();
      if (shown.contains(row, column)) {
        String style = i == part ? Palette.SELECTED : Palette.PLAIN;
        canvas.write(row, column, place.right(), label(values.get(i)), style);
      }
    }
  }

  @Override
  public void putInto(TaskFilter.Builder builder) {
    condition.accept(builder, chosen);
  }
}
