package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Verdict;

/** The machine, the JVM and the settings, and what may have disturbed the measurements. */
final class MarkdownEnvironment implements MarkdownSection {

  @Override
  public String title() {
    return "Environment";
  }

  @Override
  public boolean isShown(Verdict verdict) {
    return true;
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    if (verdict.environment().isEmpty()) {
      page.paragraph("Nothing is known of the machine.");
    }
    for (Fact fact : verdict.environment()) {
      page.item(fact.name(), fact.value());
    }
    for (String warning : verdict.warnings()) {
      page.item("Warning", warning);
    }
    if (!verdict.environment().isEmpty() || !verdict.warnings().isEmpty()) {
      page.raw("\n");
    }
  }
}
