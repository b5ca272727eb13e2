package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Verdict;

/** The machine, the JVM and the settings, and what may have disturbed the measurements. */
final class HtmlEnvironment implements HtmlSection {

  @Override
  public String id() {
    return "environment";
  }

  @Override
  public String title() {
    return "Environment";
  }

  @Override
  public boolean isShown(Verdict verdict) {
    return true;
  }

  @Override
  public void write(Verdict verdict, Html html) {
    if (!verdict.warnings().isEmpty()) {
      html.raw("<ul class=\"warnings\">\n");
      for (String warning : verdict.warnings()) {
        html.raw("<li><span aria-hidden=\"true\">⚠</span>Warning: ").name(warning);
        html.raw("</li>\n");
      }
      html.raw("</ul>\n");
    }
    if (verdict.environment().isEmpty()) {
      html.raw("<p class=\"muted\">Nothing is known of the machine.</p>\n");
      return;
    }
    html.raw("<dl>\n");
    for (Fact fact : verdict.environment()) {
      HtmlFacts.fact(fact.name(), fact.value(), html);
    }
    html.raw("</dl>\n");
  }
}
