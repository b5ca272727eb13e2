package dev.arborist.adapters.render.report;

/** Names and values in a list of descriptions. */
final class HtmlFacts {

  private HtmlFacts() {}

  /** Writes a fact unless there is nothing to say. */
  static void fact(String name, String value, Html html) {
    if (!value.isBlank()) {
      html.raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>\n");
    }
  }
}
