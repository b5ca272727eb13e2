package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.tui.TerminalUi;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.tree.TreeView;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the queue on the whole screen. */
@Command(
    name = "tui",
    description = "Look at the tasks and work on them, on the whole screen.",
    footer = {
      "",
      "? lists the keys, q leaves, Ctrl-Z goes back to the shell until fg.",
      "The exit code is 0, or 128 and the signal: 130 for Ctrl-C, 143 for SIGTERM,",
      "129 when the terminal was closed.",
      "",
      "Examples:",
      "  arborist tui",
      "  arborist tui --view dependency --not-status completed,cancelled",
      "  arborist tui --ascii --no-mouse --color never"
    })
final class TuiCommand implements Callable<Integer> {

  private static final String INSTEAD = "; 'arborist tree' and 'arborist list' need none";

  private final Terminal terminal;

  @Mixin private ChangeOption queue;
  @Mixin private ColourOption colour;
  @Mixin private FilterOptions filter = new FilterOptions();
  @Mixin private DrawingOptions drawing = new DrawingOptions();

  @Option(
      names = "--no-mouse",
      description = "Leave the mouse to the terminal, which then selects text with it.")
  private boolean noMouse;

  TuiCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new ChangeOption(terminal);
    colour = new ColourOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    requireTerminal();
    TreeView first = drawing.view();
    TuiSettings settings = new TuiSettings(colour.depth(), drawing.ascii(), drawing.ambiguous());
    TerminalUi ui = new TerminalUi(settings, !noMouse);
    try (Arborist arborist = queue.open()) {
      return ui.run(arborist, queue.label(), first, filter.in(arborist));
    }
  }

  private void requireTerminal() {
    if (!SystemTerminal.inIsTerminal() || !terminal.outIsTerminal()) {
      throw new InvalidInputException(
          "the terminal UI reads keys and draws a screen, but standard input or output is no"
              + " terminal"
              + INSTEAD);
    }
    @Nullable String kind = terminal.given("TERM");
    if (kind == null || kind.equals("dumb")) {
      throw new InvalidInputException(
          "the terminal UI needs a terminal that can move its cursor, but TERM is "
              + (kind == null ? "not set" : "'" + kind + "'")
              + INSTEAD);
    }
  }
}
