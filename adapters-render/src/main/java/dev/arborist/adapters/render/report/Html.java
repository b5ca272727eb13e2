package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.Drawing;
import dev.arborist.adapters.render.plot.Labels;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.Xml;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Outcome;

/**
 * Collects a page whose markup is XML too.
 *
 * <p>What others wrote, names and titles, goes in by {@link #text} and the methods that use it,
 * which show every control and direction character instead of passing it on.
 */
final class Html {

  private final StringBuilder page = new StringBuilder(1 << 16);

  /** Appends markup of our own. */
  Html raw(String markup) {
    page.append(markup);
    return this;
  }

  /** Appends a number. */
  Html raw(long number) {
    page.append(number);
    return this;
  }

  /** Appends a text, whoever wrote it. */
  Html text(String any) {
    Xml.escape(SafeText.of(any).toString(), page);
    return this;
  }

  /** Appends a text that may run from right to left and must not turn what stands around it. */
  Html name(String any) {
    return raw("<bdi>").text(any).raw("</bdi>");
  }

  /** Appends a name of code, which a narrow column may break after a dot. */
  Html code(String any) {
    raw("<code>");
    String safe = SafeText.of(any).toString();
    int from = 0;
    for (int dot = safe.indexOf('.'); dot >= 0; dot = safe.indexOf('.', from)) {
      Xml.escape(safe.substring(from, dot + 1), page);
      raw("<wbr/>");
      from = dot + 1;
    }
    Xml.escape(safe.substring(from), page);
    return raw("</code>");
  }

  /** Appends an element that holds a text. */
  Html element(String tag, String any) {
    return raw("<" + tag + ">").text(any).raw("</" + tag + ">\n");
  }

  /** Appends a cell that holds a text. */
  Html cell(String any) {
    return raw("<td>").text(any).raw("</td>");
  }

  /** Appends a cell that holds a number with its unit. */
  Html figure(Object number) {
    return raw("<td class=\"n\">").text(Labels.grouped(number.toString())).raw("</td>");
  }

  /** Opens a table with a row of headings; one that starts with {@code #} is above numbers. */
  Html openTable(String caption, String... headings) {
    // The caption stands outside of what scrolls, so that a narrow screen shows all of it.
    raw("<p class=\"caption\">").text(caption).raw("</p>\n<div class=\"scroll\" tabindex=\"0\"");
    raw(" role=\"region\" aria-label=\"").text(caption).raw("\"><table><thead><tr>");
    for (String heading : headings) {
      boolean number = heading.startsWith("#");
      raw(number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
      text(number ? heading.substring(1) : heading).raw("</th>");
    }
    return raw("</tr></thead>\n");
  }

  /** Closes what {@link #openTable} opened. */
  Html closeTable() {
    return raw("</table></div>\n");
  }

  /** Appends a drawing. */
  Html draw(Drawing drawing) {
    drawing.appendTo(page);
    return this;
  }

  /** Appends a drawing that only repeats a number beside it. */
  Html decorate(Drawing drawing) {
    return raw("<span class=\"bar\" aria-hidden=\"true\">").draw(drawing).raw("</span>");
  }

  /** Appends an outcome as a symbol, a word and a colour. */
  Html outcome(Outcome outcome) {
    return chip(style(outcome), symbol(outcome), Figures.outcome(outcome));
  }

  /** Appends how something changed, in the same way. */
  Html change(Change change) {
    return switch (change) {
      case REGRESSED -> chip(style(change), "✗", "regressed");
      case IMPROVED -> chip(style(change), "✓", "improved");
      case UNCHANGED -> chip(style(change), "=", "unchanged");
      case INCONCLUSIVE -> chip(style(change), "?", "inconclusive");
    };
  }

  /** Appends a symbol and a word in the colour that a class gives. */
  Html chip(String style, String symbol, String word) {
    raw("<span class=\"chip " + style + "\"><span aria-hidden=\"true\">" + symbol + "</span> ");
    return text(word).raw("</span>");
  }

  /** The class that gives an outcome its colour. */
  static String style(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case INCONCLUSIVE -> "undecided";
    };
  }

  /** The class that gives a change its colour. */
  static String style(Change change) {
    return switch (change) {
      case REGRESSED -> "fail";
      case IMPROVED -> "pass";
      case UNCHANGED -> "same";
      case INCONCLUSIVE -> "undecided";
    };
  }

  private static String symbol(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "✓";
      case FAIL -> "✗";
      case INCONCLUSIVE -> "?";
    };
  }

  StringBuilder page() {
    return page;
  }
}
