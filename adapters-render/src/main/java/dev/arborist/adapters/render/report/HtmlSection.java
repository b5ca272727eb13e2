package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Verdict;

/** A part of the page with a heading of its own. */
interface HtmlSection {

  /** What links lead to. */
  String id();

  /** The heading. */
  String title();

  /**
   * Whether there is something to say; a duet by itself needs no word on what else was not done.
   */
  default boolean isShown(Verdict verdict) {
    return !verdict.holdsOnlyDuet();
  }

  /** Writes what stands below the heading. */
  void write(Verdict verdict, Html html);
}
