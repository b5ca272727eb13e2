package dev.arborist.adapters.render.report;

import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.report.Laboratory;

/** The formats in which a verdict can be written. */
public final class Reports {

  private Reports() {}

  /** The Performance Validation Report, for people. */
  public static ReportRenderer markdown() {
    return new MarkdownReport();
  }

  /**
   * The Performance Validation Report as one page with plots, which needs nothing beside itself.
   */
  public static ReportRenderer html() {
    return new HtmlReport();
  }

  /** The requirements as test cases in JUnit's XML, which build servers read. */
  public static ReportRenderer junit() {
    return new JunitReport();
  }

  /**
   * The machine-readable deliverable, in the form that an orchestrator of agents expects.
   *
   * @param saved whether the run is kept, so that later ones can be compared with it
   */
  public static ReportRenderer deliverable(boolean saved) {
    return new DeliverableReport(saved);
  }

  /** A summary for a pull request, short enough for a comment on GitHub. */
  public static ReportRenderer github() {
    return new GithubSummary();
  }

  /** What a laboratory found, in Markdown and by itself. */
  public static String markdown(Laboratory laboratory) {
    Markdown page = new Markdown().raw("# Determinism and crash laboratory\n\n");
    MarkdownLaboratory.write(laboratory, page);
    return page.page().toString();
  }

  /** The table that a build prints. */
  public static ReportRenderer console() {
    return new ConsoleReport();
  }
}
