package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.tree.LinearTree;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.task.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats that a tree is written in. */
public enum TreeFormat {
  /** Lines with guides, for terminals. */
  TEXT,
  /** Sentences, for screen readers. */
  PLAIN,
  /** A graph for Graphviz. */
  DOT,
  /** A flowchart for Mermaid. */
  MERMAID,
  /** A drawing of the tree that needs nothing else. */
  SVG,
  /** A page that folds and needs nothing else. */
  HTML,
  /** A table for spreadsheets, as RFC 4180 has it. */
  CSV,
  /** An object for programs. */
  JSON,
  /** A nested list. */
  MARKDOWN;

  /** The name that people type. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of this name, in either case.
   *
   * @throws InvalidInputException naming the formats there are
   */
  public static TreeFormat parse(String label) {
    for (TreeFormat format : values()) {
      if (format.label().equals(label.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new InvalidInputException(
        "'"
            + label
            + "' is no format: use one of "
            + Arrays.stream(values()).map(TreeFormat::label).collect(Collectors.joining(", ")));
  }

  /**
   * What writes this format; safe for use by several threads.
   *
   * @param style how lines of {@link #TEXT} look; the others have their own
   */
  public TreeRenderer renderer(TreeStyle style) {
    return switch (this) {
      case TEXT -> new TextTree(style);
      case PLAIN -> new LinearTree();
      case DOT -> new DotTree();
      case MERMAID -> new MermaidTree();
      case SVG -> new SvgTree();
      case HTML -> new HtmlTree();
      case CSV -> new CsvTree();
      case JSON -> new JsonTree();
      case MARKDOWN -> new MarkdownTree();
    };
  }
}
