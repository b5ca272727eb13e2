package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.report.FittedPage.Weight;
import java.util.List;

/** Collects a page in GitHub's Markdown; what others wrote goes in as code. */
final class GithubPage {

  /** Longer texts of others are cut: a row tells apart, the whole report tells all. */
  private static final int CODE_MAX = 240;

  private static final String WORD_JOINER = "\u2060";

  private final FittedPage page = new FittedPage();

  /** Appends a short text of our own, which is never left out. */
  void frame(String markup) {
    page.add(Weight.FRAME, markup);
  }

  /** Appends a line, which is left out when there is no room. */
  void line(Weight weight, String markup) {
    page.add(weight, markup + "\n");
  }

  /** Appends an item of a list. */
  void fact(String name, String value) {
    line(Weight.REASON, "- " + plain(name) + ": " + code(value));
  }

  /** What stands in a fold, a summary of our own above it. */
  void openFold(String summary) {
    frame("\n<details><summary>" + summary + "</summary>\n\n");
  }

  void closeFold() {
    frame("\n</details>\n");
  }

  /**
   * Appends a table of what changed, unless nothing did.
   *
   * @param headings one that starts with {@code #} is above numbers
   */
  void table(List<String> headings, List<String> rows) {
    if (!rows.isEmpty()) {
      frame("\n" + head(headings));
      rows.forEach(row -> page.add(Weight.CHANGE, row));
      frame("\n");
    }
  }

  /** Appends a folded table of what did not change, if there is such. */
  void foldedTable(List<String> headings, List<String> rows, String word) {
    if (!rows.isEmpty()) {
      openFold(HtmlNumbers.grouped(rows.size()) + " " + word);
      frame(head(headings));
      rows.forEach(row -> page.add(Weight.REST, row));
      closeFold();
    }
  }

  private static String head(List<String> headings) {
    return new Markdown().table(headings.toArray(String[]::new)).page().toString();
  }

  /** A row of a table, whose first cell others wrote. */
  String row(List<String> cells) {
    StringBuilder row = new StringBuilder("| " + code(cells.get(0)).replace("|", "\\|"));
    for (String cell : cells.subList(1, cells.size())) {
      row.append(" | ").append(plain(cell).replace("|", "\\|"));
    }
    return row.append(" |\n").toString();
  }

  /** A text in a span of code. */
  String code(String any) {
    return new Markdown().code(cut(any)).page().toString();
  }

  private static String cut(String any) {
    if (any.codePointCount(0, any.length()) <= CODE_MAX) {
      return any;
    }
    return any.substring(0, any.offsetByCodePoints(0, CODE_MAX)) + "…";
  }

  /** A text, mostly of our own, in which there are no people, issues and links. */
  static String plain(String any) {
    String escaped = new Markdown().text(cut(any)).page().toString();
    for (String mark : List.of("@", "#", ":/", "www")) {
      escaped = escaped.replace(mark, mark + WORD_JOINER);
    }
    return escaped;
  }

  StringBuilder fit(int bytes) {
    return page.fit(bytes);
  }
}
