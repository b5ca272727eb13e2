package dev.arborist.adapters.render.report;

import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The Performance Validation Report as one page that needs nothing beside itself.
 *
 * <p>There is no script; what folds is a disclosure, which browsers make accessible themselves.
 */
final class HtmlReport implements ReportRenderer {

  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final List<HtmlSection> SECTIONS =
      List.of(
          new HtmlOverview(),
          new HtmlRequirements(),
          new HtmlMemory(),
          new HtmlLeaks(),
          new HtmlScalability(),
          new HtmlDeterminism(),
          new HtmlLaboratory(),
          new HtmlBreakdown(),
          new HtmlBenchmarks(),
          new HtmlDuet(),
          new HtmlComparison(),
          new HtmlEnvironment(),
          new HtmlConclusion());

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    String label = verdict.origin().label();
    html.element("title", "Performance Validation Report" + (label.isEmpty() ? "" : ": " + label));
    html.raw("<style>").raw(HtmlReportStyle.sheet()).raw("</style>\n</head>\n<body>\n");
    HtmlSummary.write(verdict, html);
    List<HtmlSection> sections =
        SECTIONS.stream().filter(section -> section.isShown(verdict)).toList();
    contents(sections, html);
    html.raw("<main>\n");
    for (HtmlSection section : sections) {
      html.raw("<section id=\"" + section.id() + "\">\n").element("h2", section.title());
      section.write(verdict, html);
      html.raw("</section>\n");
    }
    html.raw("</main>\n</body>\n</html>\n");
    TextOutput.write(html.page(), out);
  }

  private static void contents(List<HtmlSection> sections, Html html) {
    html.raw("<nav aria-label=\"Contents\"><ul>\n");
    for (HtmlSection section : sections) {
      html.raw("<li><a href=\"#" + section.id() + "\">").text(section.title()).raw("</a></li>\n");
    }
    html.raw("</ul></nav>\n");
  }
}
