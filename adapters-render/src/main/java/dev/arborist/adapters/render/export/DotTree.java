package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tree as a directed graph for Graphviz.
 *
 * <p>Lines lead from parents to children; in the view by dependency from what must be done first to
 * what waits for it, those that the tree does not follow dashed. Texts stand in quotes only, so
 * that they can be neither attributes nor HTML; a text that is cut is whole in the tooltip.
 */
final class DotTree implements TreeRenderer {

  private static final GraphEdges EDGES =
      new GraphEdges(" -> ", ";\n", " -> ", " [style=dashed, constraint=false];\n");

  private static final int LABEL_COLUMNS = 60;

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    Rows walk = new Rows(visibility, labels, firstRow, rows);
    Utf8Output text = new Utf8Output(out);
    text.put("digraph tasks {\n");
    text.put("  graph [rankdir=LR, ranksep=0.6, nodesep=0.15];\n");
    text.put("  node [shape=box, style=\"rounded,filled\", penwidth=0, fontsize=11,");
    text.put(" fontname=\"Helvetica,Arial,sans-serif\"];\n");
    text.put("  edge [color=\"#8a8f98\", arrowsize=0.6];\n");
    while (walk.next()) {
      node(walk, text);
      EDGES.write(walk, text);
      text.end("");
    }
    text.put("}\n");
    text.flush();
  }

  private static void node(Rows rows, Utf8Output text) {
    text.put("  ");
    GraphEdges.id(rows.tree(), rows.node(), text);
    SafeText whole = rows.label();
    SafeText label = whole.fit(LABEL_COLUMNS);
    text.put(" [label=\"");
    if (!rows.isGroup()) {
      text.put('#').put(rows.number()).put(' ');
    }
    escape(label.toString(), text.text());
    text.put("\\n");
    captions(rows, text);
    text.put("\", tooltip=\"");
    if (label.equals(whole)) {
      text.put("\\N"); // the node's own name
    } else {
      escape(whole.toString(), text.text());
    }
    text.put('"');
    if (rows.isGroup()) {
      text.put(", shape=folder, style=solid, penwidth=1");
    } else {
      text.put(", fillcolor=\"").put(Rgb.of(rows.status()));
      text.put("\", fontcolor=\"").put(Rgb.textOn(rows.status())).put('"');
    }
    text.put("];\n");
  }

  private static void captions(Rows rows, Utf8Output text) {
    text.put(rows.isGroup() ? "branch" : rows.status().label());
    if (rows.isParent()) {
      text.put(", ").put(Notes.progress(rows));
    }
    for (String note : Notes.of(rows)) {
      text.put(", ").put(note);
    }
  }

  /** Graphviz reads quotes, backslashes and the entities of HTML in labels. */
  static void escape(String safe, StringBuilder text) {
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '&' -> text.append("&amp;");
        default -> text.append(c);
      }
    }
  }
}
