package dev.arborist.cli.tui;

/** Spreads JSON over lines, so that people can read it. */
final class PrettyJson {

  /** What gets longer than this by its indents is left as it is. */
  private static final int LONGEST = 1 << 17;

  private static final String INDENT = "  ";

  private final String json;
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int at;

  private PrettyJson(String json) {
    this.json = json;
  }

  /** The same document on several lines; the text itself where that would be too much. */
  static String of(String json) {
    PrettyJson pretty = new PrettyJson(json);
    return pretty.spread() ? pretty.text.toString() : json;
  }

  private boolean spread() {
    while (at < json.length()) {
      if (text.length() > LONGEST) {
        return false;
      }
      step(json.charAt(at++));
    }
    return text.length() <= LONGEST;
  }

  private void step(char c) {
    switch (c) {
      case '"' -> string();
      case '{', '[' -> open(c);
      case '}', ']' -> {
        depth = Math.max(0, depth - 1);
        newLine();
        text.append(c);
      }
      case ',' -> {
        text.append(c);
        newLine();
      }
      case ':' -> text.append(": ");
      case ' ', '\t', '\r', '\n' -> {
        // ours take their place
      }
      default -> text.append(c);
    }
  }

  private void open(char c) {
    text.append(c);
    int next = at;
    while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
      next++;
    }
    if (next < json.length() && (json.charAt(next) == '}' || json.charAt(next) == ']')) {
      text.append(json.charAt(next));
      at = next + 1;
      return;
    }
    depth++;
    newLine();
  }

  private void newLine() {
    text.append('\n').append(INDENT.repeat(Math.min(depth, LONGEST / INDENT.length())));
  }

  private void string() {
    int end = at;
    while (end < json.length() && json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(json.length(), end + 1);
    text.append('"').append(json, at, end);
    at = end;
  }
}
