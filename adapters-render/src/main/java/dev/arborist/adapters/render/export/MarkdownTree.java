package dev.arborist.adapters.render.export;

import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tree as a nested list of GitHub Flavored Markdown, completed tasks ticked.
 *
 * <p>{@code - [ ] `#17` Sign the jars *(blocked, 4 of 9 done)*}. Numbers are code, because a forge
 * would link them to its own. Rows more than ten levels down are indented no further and say how
 * many levels are left out.
 */
final class MarkdownTree implements TreeRenderer {

  private static final int LEVELS_MAX = 10;

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    Rows walk = new Rows(visibility, labels, firstRow, rows);
    Nesting nesting = new Nesting(LEVELS_MAX);
    Utf8Output text = new Utf8Output(out);
    while (walk.next()) {
      nesting.enter(walk.depth());
      text.put("  ".repeat(nesting.level())).put("- ");
      if (walk.isGroup()) {
        text.put("**");
        MarkdownText.escape(walk.label().toString(), text.text());
        text.put("**");
      } else {
        task(walk, nesting, text);
      }
      remarks(walk, text);
      text.end("\n");
    }
    text.flush();
  }

  private static void task(Rows rows, Nesting nesting, Utf8Output text) {
    text.put(rows.status() == TaskStatus.COMPLETED ? "[x] " : "[ ] ");
    if (nesting.elided() > 0) {
      text.put("⋯+").put(nesting.elided()).put(' ');
    }
    text.put("`#").put(rows.number()).put("` ");
    MarkdownText.escape(rows.label().toString(), text.text());
  }

  private static void remarks(Rows rows, Utf8Output text) {
    StringBuilder remarks = new StringBuilder();
    if (!rows.isGroup()) {
      remarks.append(rows.status().label());
    }
    if (rows.isParent()) {
      remarks.append(remarks.isEmpty() ? "" : ", ").append(Notes.progress(rows));
    }
    String more = Notes.morePrerequisites(rows);
    if (!more.isEmpty()) {
      remarks.append(", ").append(more.replaceAll("#[0-9]+", "`$0`"));
    }
    for (String note : Notes.of(rows)) {
      remarks.append(", ").append(note);
    }
    text.put(" *(").put(remarks.toString()).put(")*");
  }
}
