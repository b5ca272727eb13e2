package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;

/** A part of the document with a heading of its own. */
interface MarkdownSection {

  /** The heading. */
  String title();

  /** Writes what stands below the heading, with an empty line at the end. */
  void write(Verdict verdict, Markdown page);
}
