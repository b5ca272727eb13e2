package dev.arborist.cli.tui;

import dev.arborist.adapters.render.task.EventList;
import dev.arborist.adapters.render.task.ExplanationText;
import dev.arborist.adapters.render.task.TaskCard;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.WrappedText;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a task as lines of a width.
 *
 * <p>To break a text of a megabyte takes longer than a frame, so it is done in the background, and
 * only when something has changed. Immutable once made.
 */
final class DetailText {

  /** A line and its style. */
  record Line(SafeText text, String style) {}

  /** The lines of a card that name what is indented below them. */
  private static final List<String> HEADINGS = List.of("prompt", "payload", "result", "error");

  private final Detail detail;
  private final Palette palette;
  private final int columns;
  private final List<Line> lines = new ArrayList<>();

  private DetailText(Detail detail, Palette palette, int columns) {
    this.detail = detail;
    this.palette = palette;
    this.columns = columns;
  }

  /**
   * The text, no line of it wider than so many columns.
   *
   * @param before what was made last, which is kept if it is the same
   */
  static DetailText of(Detail detail, Palette palette, int columns, @Nullable DetailText before) {
    if (before != null && before.columns == columns && before.detail.equals(detail)) {
      return before;
    }
    DetailText text = new DetailText(detail, palette, columns);
    text.write();
    return text;
  }

  /** The task that it is of. */
  TaskNumber number() {
    return detail.details().task().number();
  }

  List<Line> lines() {
    return lines;
  }

  private void write() {
    String card = TaskCard.render(pretty(detail.details()));
    int behindTitle = card.indexOf('\n');
    wrapped(card.substring(0, behindTitle), palette.bold);
    wrapped("\n" + ExplanationText.render(detail.explanation()), Palette.PLAIN);
    card.substring(behindTitle + 1)
        .lines()
        .forEach(line -> wrapped(line + "\n", HEADINGS.contains(line) ? palette.bold : ""));
    tasks("prerequisites", detail.prerequisites());
    tasks("dependents", detail.dependents());
    if (detail.tooManyDependents() > 0) {
      heading("dependents");
      wrapped(
          "  " + Numbers.of(detail.tooManyDependents(), "open task") + ", too many to show", "");
    }
    heading("events, the last first");
    wrapped(EventList.render(detail.events()).indent(2), Palette.PLAIN);
  }

  private static TaskDetails pretty(TaskDetails details) {
    return new TaskDetails(
        details.task(),
        details.prompt(),
        pretty(details.payload()),
        pretty(details.result()),
        details.error(),
        List.of(), // a list of its own names them
        details.fingerprint());
  }

  private static @Nullable String pretty(@Nullable String json) {
    return json == null ? null : PrettyJson.of(json);
  }

  private void wrapped(String text, String style) {
    for (SafeText line : WrappedText.lines(text, columns, palette.settings.ambiguous())) {
      lines.add(new Line(line, style));
    }
  }

  private void heading(String text) {
    lines.add(new Line(SafeText.of(""), Palette.PLAIN));
    lines.add(new Line(SafeText.of(text), palette.bold));
  }

  private void tasks(String heading, List<Task> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    heading(heading);
    for (Task task : tasks) {
      String line =
          "  " + palette.icon(task.status()) + " " + task.number() + " " + task.profile().summary();
      lines.add(
          new Line(
              SafeText.of(line).fit(columns, palette.settings.ambiguous(), palette.ellipsis),
              palette.of(task.status())));
    }
  }
}
