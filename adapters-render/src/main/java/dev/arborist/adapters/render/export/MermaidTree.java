package dev.arborist.adapters.render.export;

import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tree as a flowchart for Mermaid.
 *
 * <p>Of texts only letters, digits and spaces of ASCII, and what is beyond it, stand as they are;
 * everything else is a character code such as {@code #35;}, so that no text can end its quotes or
 * be a directive, a comment, a link, Markdown, mathematics or HTML.
 *
 * <p>Mermaid refuses more than 500 lines and 50,000 characters, and takes other limits only from
 * the page that calls it; a directive in the text is ignored. Beyond, a comment says what to set.
 */
final class MermaidTree implements TreeRenderer {

  private static final GraphEdges EDGES = new GraphEdges(" --> ", "\n", " -.-> ", "\n");

  private static final int LABEL_COLUMNS = 60;
  private static final int EDGES_MAX = 500;
  private static final int CHARACTERS_MAX = 50_000;

  /** The first line and the comments on limits take fewer. */
  private static final int CHARACTERS_OF_HEAD = 250;

  /** A backslash and an n. After an element of HTML, Mermaid would look for mathematics as well. */
  private static final String LINE_BREAK = "\\n";

  /** Mermaid writes codes as this and a degree sign itself while it reads a text. */
  private static final char LIGATURE_FL = '\ufb02';

  /** With the letter behind it, Mermaid's own stand-in for a semicolon. */
  private static final char PILCROW = '\u00b6';

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    Rows walk = new Rows(visibility, labels, firstRow, rows);
    Utf8Output text = new Utf8Output(out);
    text.put("flowchart LR\n");
    limits(walk, text);
    chart(walk, text);
    text.flush();
  }

  /** What the page must allow is measured by writing the chart once to nowhere. */
  private static void limits(Rows rows, Utf8Output text) throws IOException {
    Utf8Output nowhere = new Utf8Output(OutputStream.nullOutputStream());
    chart(rows.again(), nowhere);
    limit("maxEdges", rows.edges(), EDGES_MAX, text);
    limit("maxTextSize", nowhere.characters() + CHARACTERS_OF_HEAD, CHARACTERS_MAX, text);
  }

  private static void chart(Rows rows, Utf8Output text) throws IOException {
    while (rows.next()) {
      node(rows, text);
      EDGES.write(rows, text);
      text.end("");
    }
    for (TaskStatus status : TaskStatus.values()) {
      text.put("  classDef ").put(status.label()).put(" fill:").put(Rgb.of(status));
      text.put(",stroke:").put(Rgb.of(status)).put(",color:").put(Rgb.textOn(status)).put('\n');
    }
  }

  private static void limit(String name, long needed, int unlessSet, Utf8Output text) {
    if (needed > unlessSet) {
      text.put("  %% The page must call mermaid.initialize with ").put(name).put(' ');
      text.put(needed).put(" or more.\n");
    }
  }

  private static void node(Rows rows, Utf8Output text) {
    text.put("  ");
    GraphEdges.id(rows.tree(), rows.node(), text);
    text.put(rows.isGroup() ? "([\"" : "[\"");
    if (!rows.isGroup()) {
      text.put("#35;").put(rows.number()).put(' ');
    }
    escape(rows.label().fit(LABEL_COLUMNS).toString(), text.text());
    text.put(LINE_BREAK).put(rows.isGroup() ? "branch" : rows.status().label());
    if (rows.isParent()) {
      text.put(", ").put(Notes.progress(rows));
    }
    for (String note : Notes.of(rows)) {
      text.put(", ");
      escape(note, text.text());
    }
    text.put(rows.isGroup() ? "\"])\n" : "\"]:::" + rows.status().label() + "\n");
  }

  static void escape(String safe, StringBuilder text) {
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (c == LIGATURE_FL) {
        text.append("fl");
      } else if (c != PILCROW && (c >= 0x7F || c == ' ' || isLetterOrDigit(c))) {
        text.append(c);
      } else {
        text.append('#').append((int) c).append(';');
      }
    }
  }

  private static boolean isLetterOrDigit(char ascii) {
    return (ascii >= 'a' && ascii <= 'z')
        || (ascii >= 'A' && ascii <= 'Z')
        || (ascii >= '0' && ascii <= '9');
  }
}
