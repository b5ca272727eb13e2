package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.text.Xml;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;

/** A row of the page. */
final class HtmlRow {

  private HtmlRow() {}

  /** Writes a row; one that folds is left open, with the list that the rows below it go to. */
  static void write(Rows rows, Nesting nesting, boolean folds, Utf8Output text) {
    text.put("<li id=\"");
    id(rows.tree(), rows.node(), text);
    text.put("\">");
    String path = rows.isMatch() ? "" : "path";
    if (folds) {
      text.put("<details open><summary").put(path.isEmpty() ? "" : " class=\"path\"").put('>');
    } else {
      text.put("<div class=\"row").put(path.isEmpty() ? "" : " path").put("\">");
    }
    if (!rows.isGroup()) {
      icon(rows.status(), text);
    }
    label(rows, nesting, text);
    meta(rows, text);
    text.put(folds ? "</summary>\n<ul role=\"list\">\n" : "</div></li>\n");
  }

  /** {@code t17} for a task, {@code g1} for a group. */
  private static void id(TaskTree tree, int node, Utf8Output text) {
    long number = tree.number(node);
    text.put(number < 0 ? 'g' : 't').put(Math.abs(number));
  }

  static void icon(TaskStatus status, Utf8Output text) {
    text.put("<svg class=\"").put(status.label()).put("\" aria-hidden=\"true\"><use href=\"#i-");
    text.put(status.label()).put("\"/></svg>");
  }

  private static void label(Rows rows, Nesting nesting, Utf8Output text) {
    text.put("<span class=\"text\">");
    int elided = nesting.level() + nesting.elided() - HtmlStyle.INDENTED_LEVELS;
    if (elided > 0) {
      text.put("<span class=\"level\">⋯+").put(elided).put("</span> ");
    }
    if (!rows.isGroup()) {
      text.put("<span class=\"number\">#").put(rows.number()).put("</span> ");
    }
    text.put(rows.isGroup() ? "<bdi class=\"name\">" : "<bdi>");
    Xml.escape(rows.label().toString(), text.text());
    text.put("</bdi>");
    morePrerequisites(rows, text);
    for (String note : Notes.of(rows)) {
      text.put(" <span class=\"note\">").put(note).put("</span>");
    }
    text.put("</span>");
  }

  private static void morePrerequisites(Rows rows, Utf8Output text) {
    TaskTree tree = rows.tree();
    int more = tree.morePrerequisites(rows.node());
    for (int i = 0; i < Math.min(more, Notes.NAMED_PREREQUISITES); i++) {
      text.put(i == 0 ? " <span class=\"note\">also after " : ", ");
      int prerequisite = tree.morePrerequisite(rows.node(), i);
      boolean linked = rows.holds(prerequisite);
      if (linked) {
        text.put("<a href=\"#");
        id(tree, prerequisite, text);
        text.put("\">");
      }
      text.put('#').put(tree.number(prerequisite)).put(linked ? "</a>" : "");
    }
    if (more > Notes.NAMED_PREREQUISITES) {
      text.put(" and ").put(more - Notes.NAMED_PREREQUISITES).put(" more");
    }
    text.put(more > 0 ? "</span>" : "");
  }

  private static void meta(Rows rows, Utf8Output text) {
    text.put("<span class=\"meta\"><span class=\"done\">");
    if (rows.isParent() && rows.below() > 0) {
      text.put("<progress aria-hidden=\"true\" max=\"").put(rows.below()).put("\" value=\"");
      text.put(rows.below(TaskStatus.COMPLETED)).put("\"></progress>");
      text.put(Notes.progress(rows));
    }
    text.put("</span>");
    if (!rows.isGroup()) {
      text.put("<span class=\"status\">").put(rows.status().label()).put("</span>");
      text.put("<span class=\"priority\"><span class=\"hidden\">priority </span>");
      text.put(Priority.format(rows.tree().priority(rows.node()))).put("</span>");
    }
    text.put("</span>");
  }
}
