package dev.arborist.adapters.render.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines that fit a width, between words where there is a space to break at. */
public final class WrappedText {

  private final int columns;
  private final AmbiguousWidth ambiguous;
  private final List<SafeText> lines = new ArrayList<>();

  private WrappedText(int columns, AmbiguousWidth ambiguous) {
    this.columns = columns;
    this.ambiguous = ambiguous;
  }

  /**
   * The lines of a text, each no wider than so many columns unless one cluster alone is.
   *
   * <p>Line breaks of the text are kept, and what a line begins with in spaces its continuations
   * begin with too, as far as that is less than half of the width. Linear in the text.
   *
   * @param text as stored or safe already
   */
  public static List<SafeText> lines(String text, int columns, AmbiguousWidth ambiguous) {
    WrappedText wrapped = new WrappedText(columns, ambiguous);
    text.lines().forEach(line -> wrapped.add(SafeText.of(line)));
    return wrapped.lines;
  }

  private void add(SafeText line) {
    if (line.width(ambiguous) <= columns) {
      lines.add(line);
      return;
    }
    String text = line.toString();
    String indent = indent(text);
    Graphemes clusters = new Graphemes(text);
    int start = indent.length();
    int used = start;
    int breakAfter = start; // where the last word of this line ended, its space included
    int usedAtBreak = start;
    while (clusters.next()) {
      if (clusters.start() < indent.length()) {
        continue;
      }
      int width = clusters.columns(ambiguous);
      boolean space = text.charAt(clusters.start()) == ' ';
      while (used + width > columns && !space && clusters.start() > start) {
        int end = breakAfter > start ? breakAfter : clusters.start();
        addLine(indent, text, start, end);
        used = indent.length() + (breakAfter > start ? used - usedAtBreak : 0);
        start = end;
        breakAfter = start;
        usedAtBreak = indent.length();
      }
      used += width;
      if (space) {
        breakAfter = clusters.end();
        usedAtBreak = used;
      }
    }
    addLine(indent, text, start, text.length());
  }

  /** Adds a part of a text without the spaces that it ends with. */
  private void addLine(String indent, String text, int start, int end) {
    int last = end;
    while (last > start && text.charAt(last - 1) == ' ') {
      last--;
    }
    lines.add(SafeText.of(last == start ? "" : indent + text.substring(start, last)));
  }

  private String indent(String text) {
    int spaces = 0;
    while (spaces < text.length() && text.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces < columns / 2 ? text.substring(0, spaces) : "";
  }
}
