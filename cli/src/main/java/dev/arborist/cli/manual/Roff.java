package dev.arborist.cli.manual;

import java.util.List;
import java.util.Locale;

/**
 * Writes a manual page with the macros of man(7), in ASCII alone; not safe for use by several
 * threads.
 */
public final class Roff {

  private static final int ASCII_END = 0x80;

  private final StringBuilder page = new StringBuilder();

  /**
   * Begins a page of section 1.
   *
   * @param name what it is called, such as {@code arborist-claim}
   * @param date of this edition, such as {@code 2026-01-01}
   * @param source what it belongs to, such as {@code arborist 1.0}
   */
  public Roff(String name, String date, String source) {
    line(".TH " + argument(name.toUpperCase(Locale.ROOT)) + " 1 " + date + " " + argument(source));
    line(".nh"); // a name that is parted by a hyphen is copied wrong
  }

  /** Begins a section. */
  public Roff section(String heading) {
    return line(".SH " + argument(heading));
  }

  /** Begins a part of a section. */
  public Roff part(String heading) {
    return line(".SS " + argument(heading));
  }

  /** A line of text that is already marked up by {@link #bold}, {@link #italic} and so on. */
  public Roff marked(String markup) {
    return line(markup.startsWith(".") || markup.startsWith("'") ? "\\&" + markup : markup);
  }

  /** A paragraph of plain text. */
  public Roff paragraph(String text) {
    return line(".PP").marked(text(text));
  }

  /**
   * A term and what it means.
   *
   * @param term is already marked up
   * @param meaning plain text
   */
  public Roff item(String term, String meaning) {
    return line(".TP").marked(term).marked(text(meaning));
  }

  /** Lines that stay as they are. */
  public Roff verbatim(List<String> lines) {
    line(".EX");
    lines.forEach(one -> marked(text(one)));
    return line(".EE");
  }

  /** The markup of a text that is to be typed as it is. */
  public static String bold(String text) {
    return "\\fB" + text(text) + "\\fR";
  }

  /** The markup of a text that stands for another. */
  public static String italic(String text) {
    return "\\fI" + text(text) + "\\fR";
  }

  /** The markup of a plain text: nothing in it means anything to roff, and a dash can be copied. */
  public static String text(String plain) {
    StringBuilder marked = new StringBuilder();
    plain.codePoints().forEach(point -> append(point, marked));
    return marked.toString();
  }

  private static void append(int point, StringBuilder marked) {
    switch (point) {
      case '\\' -> marked.append("\\e");
      case '-' -> marked.append("\\-");
      case '\'' -> marked.append("\\(aq");
      case '"' -> marked.append("\\(dq");
      case '`' -> marked.append("\\(ga");
      case '^' -> marked.append("\\(ha");
      case '~' -> marked.append("\\(ti");
      default -> {
        if (point < ASCII_END) {
          marked.appendCodePoint(point);
        } else {
          marked.append(String.format(Locale.ROOT, "\\[u%04X]", point));
        }
      }
    }
  }

  private static String argument(String plain) {
    return "\"" + text(plain) + "\"";
  }

  private Roff line(String markup) {
    page.append(markup).append('\n');
    return this;
  }

  /** The page. */
  @Override
  public String toString() {
    return page.toString();
  }
}
