package dev.arborist.cli;

import dev.arborist.adapters.render.text.ColourDepth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which colours are written.
 *
 * <p>The option beats the environment. There {@code NO_COLOR} (no-color.org) beats {@code
 * CLICOLOR_FORCE} (bixense.com/clicolors) and {@code FORCE_COLOR} (as Node.js has it), which beat
 * {@code CLICOLOR=0}, and that the output is no terminal or a dumb one. How many colours there are
 * is told by {@code FORCE_COLOR}, {@code COLORTERM} and {@code TERM}.
 */
final class ColourOption {

  /** The values of the option. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  private final Terminal terminal;

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "auto (on a terminal, unless NO_COLOR is set; elsewhere if FORCE_COLOR or CLICOLOR_FORCE"
              + " is), always or never.")
  private When when = When.AUTO;

  ColourOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The colours of what goes to standard output. */
  ColourDepth depth() {
    return depth(terminal.outIsTerminal());
  }

  /** The colours of what goes to a terminal, or else to a file or a pipe. */
  ColourDepth depth(boolean toTerminal) {
    boolean wanted = when == When.AUTO ? wanted(toTerminal) : when == When.ALWAYS;
    return wanted ? available() : ColourDepth.NONE;
  }

  private boolean wanted(boolean toTerminal) {
    if (terminal.given("NO_COLOR") != null) {
      return false;
    }
    String force = terminal.given("FORCE_COLOR");
    if (force != null) {
      return !force.equals("0") && !force.equals("false");
    }
    String older = terminal.given("CLICOLOR_FORCE");
    if (older != null && !older.equals("0")) {
      return true;
    }
    boolean off = "0".equals(terminal.variable("CLICOLOR"));
    return toTerminal && !off && !"dumb".equals(terminal.variable("TERM"));
  }

  /** The colours that the terminal says it has; sixteen if it says nothing. */
  private ColourDepth available() {
    String level = lower(terminal.variable("FORCE_COLOR"));
    String direct = lower(terminal.variable("COLORTERM"));
    boolean all = direct.equals("truecolor") || direct.equals("24bit");
    if (level.equals("3") || (all && !level.equals("2"))) {
      return ColourDepth.TRUECOLOR;
    }
    boolean many = level.equals("2") || lower(terminal.variable("TERM")).contains("256color");
    return many ? ColourDepth.ANSI_256 : ColourDepth.ANSI_16;
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }
}
