package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.WholeFile;
import dev.arborist.adapters.render.export.TreeFormat;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows or writes the tree of tasks. */
@Command(
    name = "tree",
    description = "Show the tasks as a tree, or write a page, drawing or table.",
    footer = {
      "",
      "Icons: ○ pending, ⊗ blocked, ◎ ready, ◉ running, ✓ completed, ✗ failed,",
      "⊘ cancelled. With --ascii: . pending, # blocked, o ready, * running,",
      "+ completed, x failed, - cancelled.",
      "A filter shows what meets it, and what that stands under dimmed.",
      "",
      "Examples:",
      "  arborist tree --status running --watch",
      "  arborist tree --view dependency --not-status completed,cancelled",
      "  arborist tree --depth 2 --plain",
      "  arborist tree --format html --output tree.html",
      "  arborist tree --format dot --within 3 | dot -Tsvg"
    })
final class TreeCommand extends WatchedCommand {

  @Mixin private ColourOption colour;
  @Mixin private FilterOptions filter = new FilterOptions();
  @Mixin private DrawingOptions drawing = new DrawingOptions();
  @Mixin private TreeFormatOption format = new TreeFormatOption();

  @Option(
      names = "--depth",
      paramLabel = "LEVELS",
      description = "Show so many levels; the rows of the last say how far what is below has come.")
  private @Nullable Integer depth;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Cut lines to this width, 0 for never; by default the terminal's, if any.")
  private @Nullable Integer width;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write; standard output by default.")
  private @Nullable String output;

  TreeCommand(Terminal terminal) {
    super(terminal);
    colour = new ColourOption(terminal);
  }

  @Override
  boolean changesByItself() {
    return filter.isRelative();
  }

  @Override
  Printout read(Arborist arborist) throws IOException {
    TreeFormat chosen = format.chosen();
    TreeRenderer renderer = chosen.renderer(style(chosen));
    TreeView wanted = drawing.view();
    int levels = levels();
    if (output != null && watch.isWanted()) {
      throw new InvalidInputException("--watch shows what changes: leave --output out");
    }
    Path file = output == null ? null : queue.path(output);
    if (file != null) {
      queue.requireOther(file);
    }
    TreeSnapshot tree = arborist.browser().snapshot(wanted, filter.in(arborist));
    collapseBelow(levels, tree.visibility());
    if (file != null) {
      return Printout.text(
          terminal, none -> WholeFile.write(file, out -> write(renderer, tree, out)));
    }
    if (tree.visibility().rows() == 0 && chosen == TreeFormat.TEXT) {
      hint(filter.nothing(arborist));
    }
    return new Printout(
        terminal.out(), out -> write(renderer, tree, out), chosen == TreeFormat.JSON);
  }

  private static void write(TreeRenderer renderer, TreeSnapshot tree, OutputStream out)
      throws IOException {
    renderer.render(tree.visibility(), tree.labels(), 0, tree.visibility().rows(), out);
  }

  private TreeStyle style(TreeFormat chosen) {
    if (chosen != TreeFormat.TEXT && (drawing.areGiven() || width != null)) {
      throw new InvalidInputException(
          "--ascii, --width and --ambiguous-wide are for --format text, not for " + chosen.label());
    }
    if (width != null && width < 0) {
      throw new InvalidInputException("the width is " + width + ": give 1 or more, or 0");
    }
    boolean toTerminal = output == null && terminal.outIsTerminal();
    int columns = output == null ? terminal.columns() : 0;
    return new TreeStyle(
        colour.depth(toTerminal),
        drawing.ascii(),
        drawing.ambiguous(),
        width == null ? columns : width);
  }

  private int levels() {
    if (depth == null) {
      return Integer.MAX_VALUE;
    }
    if (depth < 1) {
      throw new InvalidInputException("the depth is " + depth + ": give 1 or more");
    }
    return depth;
  }

  private static void collapseBelow(int levels, Visibility visibility) {
    TaskTree tree = visibility.tree();
    for (int node = 0; node < tree.size(); node++) {
      if (tree.depth(node) == levels - 1) {
        visibility.collapse(node);
      }
    }
  }
}
