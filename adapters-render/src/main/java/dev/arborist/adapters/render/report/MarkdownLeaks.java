package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.LeakReport;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;

/** Whether what was repeated in batches keeps memory, and which objects it keeps. */
final class MarkdownLeaks implements MarkdownSection {

  private static final int SUSPECTS_MAX = 5;

  @Override
  public String title() {
    return "Leaks";
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    List<LeakReport> reports = verdict.leaks();
    if (reports.isEmpty()) {
      page.paragraph("Nothing was repeated in batches to look for leaks.");
      return;
    }
    ShortNames names = HtmlLeaks.names(reports);
    page.table(
        "Operation",
        "Verdict",
        "#Launches that leak",
        "#Growth",
        "#Surely above",
        "#p",
        "Judged by");
    for (LeakReport report : reports) {
      LeakFinding worst = report.worst();
      page.row(
          HtmlLeaks.title(report, names),
          report.leaks() ? "leaks" : "no leak",
          HtmlLeaks.launches(report),
          HtmlLeaks.perOperation(worst.bytesPerOp()),
          HtmlLeaks.perOperation(worst.lower()),
          HtmlLeaks.p(worst.pValue()),
          worst.reason());
    }
    page.raw("\n");
    for (LeakReport report : reports) {
      if (!report.suspects().isEmpty()) {
        suspects(HtmlLeaks.title(report, names), report.suspects(), page);
      }
    }
  }

  private static void suspects(String title, List<Suspect> suspects, Markdown page) {
    page.text("The classes whose objects grew most in " + title).raw(":\n\n");
    for (Suspect suspect : suspects.subList(0, Math.min(SUSPECTS_MAX, suspects.size()))) {
      page.raw("- ").code(suspect.className()).raw(": ");
      page.text(HtmlLeaks.bytes(suspect) + ", " + HtmlLeaks.objects(suspect) + " objects");
      page.raw("\n");
    }
    page.raw("\n");
  }
}
