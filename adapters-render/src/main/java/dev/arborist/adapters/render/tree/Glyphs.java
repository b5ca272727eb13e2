package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.Colours;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** The marks of a style; all guides are equally wide, and so are all icons. */
final class Glyphs {

  final Mark tee;
  final Mark corner;
  final Mark bar;
  final Mark blank;

  /** Stands before the number of levels that are not shown. */
  final Mark elided;

  /** Says that the rows below are hidden. */
  final Mark collapsed;

  final Mark orphan;
  final Mark orphanByDependency;
  final Mark cycle;

  final Mark dim;
  final Mark bold;
  final Mark reset;

  private final Mark[] colouredIcons = new Mark[TaskStatus.values().length];
  private final Mark[] heads = new Mark[TaskStatus.values().length];
  private final Mark[] dimHeads = new Mark[TaskStatus.values().length];

  /** By tenths of a point, made when first asked for; making one twice does no harm. */
  private final @Nullable Mark[] priorities = new @Nullable Mark[Priority.tenths(Priority.MAX) + 1];

  private final TreeStyle style;

  Glyphs(TreeStyle style) {
    this.style = style;
    boolean ascii = style.ascii();
    int guide = mark(ascii ? "|- " : "├─ ").width;
    tee = mark(ascii ? "|- " : "├─ ");
    corner = mark(ascii ? "`- " : "└─ ");
    Mark line = mark(ascii ? "|" : "│");
    bar = mark((ascii ? "|" : "│") + " ".repeat(guide - line.width));
    blank = mark(" ".repeat(guide));
    elided = mark(ascii ? "~+" : "⋯+");
    collapsed = mark(ascii ? " >" : " ▸");
    orphan = mark(" (its parent is missing)");
    orphanByDependency = mark(" (a prerequisite is missing)");
    cycle = mark(" (on a cycle)");
    dim = Mark.sequence(Colours.dim(style.colours()));
    bold = Mark.sequence(Colours.bold(style.colours()));
    reset = Mark.sequence(Colours.reset(style.colours()));
    int widest = 1;
    for (TaskStatus status : TaskStatus.values()) {
      widest = Math.max(widest, mark(icon(status, ascii)).width);
    }
    for (TaskStatus status : TaskStatus.values()) {
      Mark narrow = mark(icon(status, ascii));
      Mark icon = narrow.then(mark(" ".repeat(widest - narrow.width)));
      Mark colour = Mark.sequence(Colours.of(status, style.colours()));
      colouredIcons[status.code()] = icon.between(colour, reset);
      heads[status.code()] = icon.between(colour, reset).then(mark(" #"));
      dimHeads[status.code()] = icon.between(dim, Mark.NONE).then(mark(" #"));
    }
  }

  private Mark mark(String text) {
    return Mark.of(text, style.ambiguous());
  }

  /** The icon that stands for a status. */
  static String icon(TaskStatus status, boolean ascii) {
    return switch (status) {
      case PENDING -> ascii ? "." : "○";
      case BLOCKED -> ascii ? "#" : "⊗";
      case READY -> ascii ? "o" : "◎";
      case RUNNING -> ascii ? "*" : "◉";
      case COMPLETED -> ascii ? "+" : "✓";
      case FAILED -> ascii ? "x" : "✗";
      case CANCELLED -> ascii ? "-" : "⊘";
    };
  }

  Mark colouredIcon(TaskStatus status) {
    return colouredIcons[status.code()];
  }

  /** What a row begins with, up to its number; one that does not meet the filter stays dim. */
  Mark head(TaskStatus status, boolean isMatch) {
    return isMatch ? heads[status.code()] : dimHeads[status.code()];
  }

  /** A priority as it stands behind a summary. */
  Mark priority(int hundredths) {
    int tenths = Priority.tenths(hundredths);
    Mark made = priorities[tenths];
    if (made == null) {
      made = mark("  " + Priority.format(hundredths)).between(dim, reset);
      priorities[tenths] = made;
    }
    return made;
  }
}
