package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import java.util.List;

/**
 * Collects a document in Markdown that people read rendered or as it is.
 *
 * <p>What others wrote, names and titles, shows every control and direction character instead of
 * passing it on, and is no markup: of the punctuation only what could be one is escaped.
 */
final class Markdown {

  private static final String MARKUP = "\\`*[]<>&~";

  private final StringBuilder page = new StringBuilder(1 << 14);

  /** Appends markup of our own. */
  Markdown raw(String markup) {
    page.append(markup);
    return this;
  }

  /** Appends a text, whoever wrote it. */
  Markdown text(String any) {
    return escaped(any, MARKUP);
  }

  /** Appends a name of code, between more backticks than it has in a row. */
  Markdown code(String any) {
    String safe = SafeText.of(any).toString();
    String fence = "`";
    while (safe.contains(fence)) {
      fence += "`";
    }
    boolean edge = safe.startsWith("`") || safe.endsWith("`") || safe.isEmpty();
    String room = edge ? " " : "";
    return raw(fence + room + safe + room + fence);
  }

  /** Appends a heading of the second level. */
  Markdown heading(String any) {
    return raw("## ").text(any).raw("\n\n");
  }

  /** Appends a paragraph. */
  Markdown paragraph(String any) {
    return text(any).raw("\n\n");
  }

  /** Appends an item of a list. */
  Markdown item(String name, String value) {
    return raw("- ").text(name).raw(": ").text(value).raw("\n");
  }

  /** Opens a table with a row of headings; one that starts with {@code #} is above numbers. */
  Markdown table(String... headings) {
    StringBuilder rule = new StringBuilder();
    for (String heading : headings) {
      boolean number = heading.startsWith("#");
      cell(number ? heading.substring(1) : heading);
      rule.append(number ? "|---:" : "|---");
    }
    return raw("|\n").raw(rule.toString()).raw("|\n");
  }

  /** Appends a row to a table. */
  Markdown row(String... cells) {
    return row(List.of(cells));
  }

  /** Appends a row to a table. */
  Markdown row(List<String> cells) {
    cells.forEach(this::cell);
    return raw("|\n");
  }

  private void cell(String any) {
    raw("| ").escaped(any, MARKUP + "|").raw(" ");
  }

  private Markdown escaped(String any, String markup) {
    String safe = SafeText.of(any).toString();
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (markup.indexOf(c) >= 0 || (c == '_' && isAtEdge(safe, i)) || (c == '#' && i == 0)) {
        page.append('\\');
      }
      page.append(c);
    }
    return this;
  }

  /** Between letters an underscore is only itself. */
  private static boolean isAtEdge(String text, int at) {
    return at == 0
        || at == text.length() - 1
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at + 1));
  }

  StringBuilder page() {
    return page;
  }
}
