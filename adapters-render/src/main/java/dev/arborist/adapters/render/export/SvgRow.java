package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.text.Xml;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.task.TaskStatus;
import java.util.Arrays;

/** Draws the rows one after another; not safe for use by several threads. */
final class SvgRow {

  private static final int BAR_HEIGHT = 4;
  private static final int NONE = -1;

  private final SvgLayout layout;
  private final Utf8Output text;

  /** By level: the last row that was drawn there, from which a guide leads on. */
  private final int[] lastRows;

  SvgRow(SvgLayout layout, int levels, Utf8Output text) {
    this.layout = layout;
    this.text = text;
    lastRows = new int[levels + 1];
    Arrays.fill(lastRows, NONE);
  }

  /** What stands before the label. */
  static String before(Rows rows, Nesting nesting) {
    String elided = nesting.elided() > 0 ? "⋯+" + nesting.elided() + " " : "";
    return rows.isGroup() ? elided : elided + "#" + rows.number() + " ";
  }

  /** What stands behind it: plain ASCII. */
  static String after(Rows rows) {
    StringBuilder after = new StringBuilder(Notes.morePrerequisites(rows));
    for (String note : Notes.of(rows)) {
      after.append(after.isEmpty() ? "" : ", ").append(note);
    }
    return after.isEmpty() ? "" : " (" + after + ")";
  }

  /** How far what is below has come; empty when there is nothing. */
  static String progress(Rows rows) {
    return rows.isParent() && rows.below() > 0 ? Notes.progress(rows) : "";
  }

  void write(Rows rows, Nesting nesting) {
    int level = nesting.level();
    long middle = SvgLayout.middle(rows.index());
    guide(rows.index(), level);
    text.put("<g id=\"").put(rows.isGroup() ? 'g' : 't').put(Math.abs(rows.number()));
    text.put(rows.isMatch() ? "\">" : "\" class=\"path\">");
    int x = SvgLayout.MARGIN + SvgLayout.indent(level);
    if (rows.isGroup()) {
      x -= SvgLayout.indent(0);
    } else {
      SvgHead.icon(rows.status(), SvgLayout.axis(level) - SvgLayout.ICON / 2, middle, text);
    }
    start(rows.isGroup() ? "name" : "", x, middle);
    text.put("<tspan class=\"weak\">").put(before(rows, nesting)).put("</tspan>");
    Xml.escape(rows.label().fit(SvgTree.LABEL_COLUMNS).toString(), text.text());
    text.put("<tspan class=\"weak\">").put(after(rows)).put("</tspan></text>");
    progress(rows, middle);
    if (!rows.isGroup()) {
      start("weak", layout.status(), middle);
      text.put(rows.status().label()).put("</text>");
      start("weak end", layout.priority(), middle);
      text.put(Priority.format(rows.tree().priority(rows.node()))).put("</text>");
    }
    text.put("</g>\n");
  }

  private void start(String style, int x, long middle) {
    text.put("<text").put(style.isEmpty() ? "" : " class=\"" + style + "\"");
    text.put(" x=\"").put(x).put("\" y=\"").put(middle).put("\">");
  }

  /** A line from the sibling before, or else from the parent, down to this row. */
  private void guide(int row, int level) {
    int above = level == 0 ? NONE : Math.max(lastRows[level], lastRows[level - 1]);
    if (above != NONE) {
      boolean fromParent = above == lastRows[level - 1];
      long start = SvgLayout.middle(above) + (fromParent ? SvgLayout.ICON / 2 + 3 : 0);
      int axis = SvgLayout.axis(level - 1);
      text.put("<path class=\"guide\" d=\"M").put(axis).put(".5 ").put(start);
      text.put('V').put(SvgLayout.middle(row)).put(".5H");
      text.put(SvgLayout.axis(level) - SvgLayout.ICON / 2 - 3L).put("\"/>");
    }
    lastRows[level] = row;
  }

  private void progress(Rows rows, long middle) {
    String progress = progress(rows);
    if (progress.isEmpty()) {
      return;
    }
    bar("track", SvgLayout.BAR, middle);
    long completed = SvgLayout.BAR * (long) rows.below(TaskStatus.COMPLETED) / rows.below();
    if (completed > 0) {
      bar("bar completed", completed, middle);
    }
    start("weak", layout.done() + SvgLayout.BAR + SvgLayout.BAR_GAP, middle);
    text.put(progress).put("</text>");
  }

  private void bar(String style, long width, long middle) {
    text.put("<rect class=\"").put(style).put("\" x=\"").put(layout.done()).put("\" y=\"");
    text.put(middle - BAR_HEIGHT / 2).put("\" width=\"").put(width).put("\" height=\"");
    text.put(BAR_HEIGHT).put("\" rx=\"2\"/>");
  }
}
