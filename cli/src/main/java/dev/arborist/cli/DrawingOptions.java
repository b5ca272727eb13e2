package dev.arborist.cli;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.domain.tree.TreeView;
import picocli.CommandLine.Option;

/** Which view of the tree is drawn, and with which characters. */
final class DrawingOptions {

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      defaultValue = "tree",
      completionCandidates = Words.Views.class,
      description =
          "How tasks stand: tree (under their parents, the default), dependency (under what they"
              + " wait for), timeline, branch or flat (by priority).")
  private String view = "tree";

  @Option(
      names = "--ascii",
      description = "Draw with ASCII characters only; texts stay as they are.")
  private boolean ascii;

  @Option(
      names = "--ambiguous-wide",
      description = "Count two columns for what East Asian fonts draw wide, icons and guides too.")
  private boolean ambiguousWide;

  TreeView view() {
    return TreeView.parse(view);
  }

  boolean ascii() {
    return ascii;
  }

  AmbiguousWidth ambiguous() {
    return ambiguousWide ? AmbiguousWidth.WIDE : AmbiguousWidth.NARROW;
  }

  /** Whether something was said of the characters. */
  boolean areGiven() {
    return ascii || ambiguousWide;
  }
}
