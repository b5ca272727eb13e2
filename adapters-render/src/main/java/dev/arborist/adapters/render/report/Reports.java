package dev.arborist.adapters.render.report;

import dev.arborist.application.port.out.ReportRenderer;

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

  /** The whole verdict with its raw samples, for programs. */
  public static ReportRenderer json() {
    return new JsonReport();
  }

  /** The machine-readable deliverable, in the form that an orchestrator of agents expects. */
  public static ReportRenderer deliverable() {
    return new DeliverableReport();
  }

  /** The table that a build prints. */
  public static ReportRenderer console() {
    return new ConsoleReport();
  }
}
