package dev.arborist.adapters.render.report;

import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The Performance Validation Report as Markdown. */
final class MarkdownReport implements ReportRenderer {

  private static final List<MarkdownSection> SECTIONS =
      List.of(
          new MarkdownMemory(),
          new MarkdownLeaks(),
          new MarkdownScalability(),
          new MarkdownDeterminism(),
          new MarkdownLaboratory(),
          new MarkdownBreakdown(),
          new MarkdownBenchmarks(),
          new MarkdownDuet(),
          new MarkdownComparison(),
          new MarkdownEnvironment(),
          new MarkdownConclusion());

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    Markdown page = new Markdown();
    page.raw("# Performance Validation Report\n\n");
    page.paragraph(
        Figures.conclusion(verdict) + " Measured at " + verdict.origin().measuredAt() + ".");
    MarkdownRequirements.write(verdict, page);
    for (MarkdownSection section : SECTIONS) {
      if (section.isShown(verdict)) {
        page.heading(section.title());
        section.write(verdict, page);
      }
    }
    // The last section's empty line would stand at the end of the file.
    page.page().setLength(page.page().length() - 1);
    TextOutput.write(page.page(), out);
  }
}
