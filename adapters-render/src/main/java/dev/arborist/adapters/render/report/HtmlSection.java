package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;

/** A part of the page with a heading of its own. */
interface HtmlSection {

  /** What links lead to. */
  String id();

  /** The heading. */
  String title();

  /** Writes what stands below the heading. */
  void write(Verdict verdict, Html html);
}
