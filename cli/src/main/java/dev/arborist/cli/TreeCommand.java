package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the tree of tasks. */
@Command(
    name = "tree",
    description = "Print all tasks as a tree of parents and children.",
    footer = {
      "",
      "Icons: ○ pending, ⊗ blocked, ◎ ready, ◉ running, ✓ completed, ✗ failed, ⊘ cancelled.",
      "",
      "Example:",
      "  arborist tree --color=always | less -R"
    })
final class TreeCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;
  @Mixin private ColourOption colour;

  @Option(names = "--ascii", description = "Draw with ASCII characters only.")
  private boolean ascii;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "Cut lines to this width, 0 for never; by default the terminal's, if any.")
  private @Nullable Integer width;

  TreeCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
    colour = new ColourOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    int columns = width == null ? terminal.columns() : width;
    if (columns < 0) {
      throw new InvalidInputException("the width is " + columns + ": give 1 or more, or 0");
    }
    TaskTree tree;
    try (Arborist arborist = queue.open()) {
      tree = arborist.browser().tree();
    }
    TreeStyle style = new TreeStyle(colour.enabled(), ascii, columns);
    new TextTree(style).render(new Visibility(tree), 0, tree.size(), terminal.out());
    return ExitCode.DONE;
  }
}
