package dev.arborist.cli.tui;

import dev.arborist.adapters.render.task.EventList;
import dev.arborist.adapters.render.task.ExplanationText;
import dev.arborist.adapters.render.task.TaskCard;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.WrappedText;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a task as lines of a width. */
final class DetailText {

  /** A line and its style. */
  record Line(SafeText text, String style) {}

  /** The lines of a card that name what is indented below them. */
  private static final List<String> HEADINGS = List.of("prompt", "payload", "result", "error");

  private final Palette palette;
  private final int columns;
  private final List<Line> lines = new ArrayList<>();

  private DetailText(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /** The lines, none wider than so many columns. */
  static List<Line> of(Detail detail, Palette palette, int columns) {
    DetailText text = new DetailText(palette, columns);
    String card = TaskCard.render(pretty(detail.details()));
    int behindTitle = card.indexOf('\n');
    text.wrapped(card.substring(0, behindTitle), palette.bold);
    text.wrapped("\n" + ExplanationText.render(detail.explanation()), Palette.PLAIN);
    card.substring(behindTitle + 1)
        .lines()
        .forEach(line -> text.wrapped(line + "\n", HEADINGS.contains(line) ? palette.bold : ""));
    text.tasks("prerequisites", detail.prerequisites());
    text.tasks("dependents", detail.dependents());
    if (detail.tooManyDependents() > 0) {
      text.heading("dependents");
      text.wrapped(
          "  " + Numbers.of(detail.tooManyDependents(), "open task") + ", too many to show", "");
    }
    text.heading("events, the last first");
    text.wrapped(EventList.render(detail.events()).indent(2), Palette.PLAIN);
    return text.lines;
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
