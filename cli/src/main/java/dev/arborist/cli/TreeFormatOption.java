package dev.arborist.cli;

import dev.arborist.adapters.render.export.TreeFormat;
import dev.arborist.domain.task.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The format that a tree is written in. */
final class TreeFormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Words.TreeFormats.class,
      description = "text (the default), plain, dot, mermaid, svg, html, csv, json or markdown.")
  private @Nullable String format;

  @Option(
      names = "--plain",
      description = "Write sentences, for screen readers: the same as --format plain.")
  private boolean plain;

  @Option(names = "--json", description = "Print JSON, for programs: the same as --format json.")
  private boolean json;

  TreeFormat chosen() {
    int given = (format == null ? 0 : 1) + (plain ? 1 : 0) + (json ? 1 : 0);
    if (given > 1) {
      throw new InvalidInputException("give one of --format, --plain and --json");
    }
    if (format != null) {
      return TreeFormat.parse(format);
    }
    if (plain) {
      return TreeFormat.PLAIN;
    }
    return json ? TreeFormat.JSON : TreeFormat.TEXT;
  }
}
