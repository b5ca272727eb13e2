package dev.arborist.cli.tui;

import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Popup;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.form.FilterFields;
import dev.arborist.cli.tui.form.FilterText;
import dev.arborist.cli.tui.form.FormField;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.InvalidInputException;
import java.util.List;

/** Which tasks are to be shown, field by field. */
final class FilterForm implements Mode {

  private static final String HELP = "Tab next, Space toggles, Enter applies, Esc leaves";
  private static final int NAME_WIDTH = 12;
  private static final int WIDTH = 74;

  private final Workspace desk;
  private final TaskFilter initial;
  private final List<FormField> fields;

  /** What else is asked for, which has no field; not safe to show as it is. */
  private final String rest;

  private String problem = "";

  /** The field that keys go to, and which of its parts. */
  private int field;

  private int part;

  /** Starts from the filter that is set. */
  FilterForm(Workspace desk) {
    this.desk = desk;
    initial = desk.refresh.filter();
    fields = FilterFields.of(initial, desk.palette);
    rest = FilterText.of(FilterFields.rest(initial), desk.palette);
  }

  @Override
  public void handle(Input input) {
    problem = "";
    if (input == Input.Key.ESCAPE || input == Input.Key.CTRL_C) {
      desk.leave();
    } else if (input == Input.Key.ENTER) {
      apply();
    } else if (input == Input.Key.TAB || input == Input.Key.DOWN) {
      next();
    } else if (input == Input.Key.BACK_TAB || input == Input.Key.UP) {
      previous();
    } else if (!fields.get(field).handle(input, part)) {
      if (input == Input.Key.RIGHT) {
        next();
      } else if (input == Input.Key.LEFT) {
        previous();
      }
    }
  }

  private void next() {
    part++;
    if (part == fields.get(field).parts()) {
      field = (field + 1) % fields.size();
      part = 0;
    }
  }

  private void previous() {
    part--;
    if (part < 0) {
      field = (field + fields.size() - 1) % fields.size();
      part = fields.get(field).parts() - 1;
    }
  }

  private void apply() {
    TaskFilter.Builder builder = initial.toBuilder();
    fields.forEach(one -> one.putInto(builder));
    try {
      desk.refresh.show(builder.build());
      desk.leave();
    } catch (InvalidInputException e) {
      problem = Failures.message(e);
    }
  }

  @Override
  public void draw(Canvas canvas, Layout layout) {
    int width = Math.min(WIDTH, canvas.screen.columns() - 4);
    int rows = 1 + footer();
    for (FormField one : fields) {
      rows += one.rows(canvas, width - NAME_WIDTH);
    }
    Rect inside = Popup.draw(canvas, "Filter", width, rows);
    int hidden = hidden(canvas, inside);
    int row = inside.top() - hidden;
    for (int i = 0; i < fields.size(); i++) {
      FormField one = fields.get(i);
      int left = inside.left() + NAME_WIDTH;
      Rect place =
          new Rect(row, left, one.rows(canvas, width - NAME_WIDTH), inside.width() - NAME_WIDTH);
      if (row >= inside.top() && row < inside.bottom() - footer()) {
        String style = i == field ? desk.palette.bold : Palette.PLAIN;
        canvas.write(row, inside.left(), left, one.name(), style);
      }
      Rect shown = new Rect(inside.top(), left, inside.height() - footer(), place.width());
      one.draw(canvas, place, shown, i == field ? part : FormField.NO_PART);
      row = place.bottom();
    }
    if (!rest.isEmpty()) {
      String besides = "besides: " + rest;
      canvas.write(inside.bottom() - 2, inside.left(), inside.right(), besides, desk.palette.dim);
    }
    boolean bad = !problem.isEmpty();
    String style = bad ? desk.palette.error : desk.palette.dim;
    canvas.write(inside.bottom() - 1, inside.left(), inside.right(), bad ? problem : HELP, style);
  }

  /** How many rows stand below the fields. */
  private int footer() {
    return rest.isEmpty() ? 1 : 2;
  }

  /** How many rows are scrolled off in a low window, so that keys go to what is seen. */
  private int hidden(Canvas canvas, Rect inside) {
    int row = 0;
    for (FormField one : fields.subList(0, field)) {
      row += one.rows(canvas, inside.width() - NAME_WIDTH);
    }
    row += fields.get(field).rowOf(canvas, inside.width() - NAME_WIDTH, part);
    return Math.max(0, row - (inside.height() - 1 - footer()));
  }
}
